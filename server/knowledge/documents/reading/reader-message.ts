import type { JsonObject } from "#flows/kernel/json.ts";
import type { CutPassage } from "../passages/cut-passages.ts";
import type { DocumentKind } from "./document-kind.ts";
import type { ReadFailureCode } from "./read-failure.ts";

/** What the reader is told before it gets the bytes. */
export type ReaderOrder = { readonly name: string; readonly mediaType: string | null; readonly size: number };

/** What the reader tells while it works. Passages come in small groups: a book in one message would hold its receiver up. */
export type ReaderMessage =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "passages"; readonly passages: readonly CutPassage[] }
  | {
      readonly type: "end";
      readonly kind: DocumentKind;
      readonly chars: number;
      readonly language: string | null;
    }
  | { readonly type: "failure"; readonly code: ReadFailureCode; readonly facts: JsonObject };
