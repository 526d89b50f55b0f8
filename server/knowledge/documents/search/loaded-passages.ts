import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import type { SearchLayer } from "#flows/knowledge/search-layer.ts";
import type { PassageIndex } from "../../retrieval/passage-index.ts";
import type { DataClass } from "../document-row.ts";

/** What passages belong to: a document, or an approved case, which is one passage. */
export type LoadedDocument = {
  readonly id: string;
  readonly layer: SearchLayer;
  /** The name of a document, the question of a case. */
  readonly name: string;
  readonly url: string | null;
  /** Name and address as sources are looked for in them (see `toOrigin`). */
  readonly origin: { readonly words: string; readonly address: string | null };
  readonly tags: readonly string[];
  /** As it was recognised when it was read; null where it could not be told. */
  readonly language: string | null;
  readonly dataClass: DataClass;
  /** First and last day on which customers are answered from it, as `2026-11-27`. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

export type LoadedPassage = {
  readonly id: string;
  readonly documentId: string;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly place: PassagePlace;
};

/** The passages of one base in memory, ready to be searched; plain data, which threads can hand to each other. */
export type LoadedPassages = {
  readonly baseId: string;
  readonly workspaceId: string;
  /** `passages_rev` of the base when they were read. */
  readonly rev: number;
  readonly index: PassageIndex;
  readonly passages: ReadonlyMap<string, LoadedPassage>;
  readonly documents: ReadonlyMap<string, LoadedDocument>;
  /** Words that mean the same, of the base and of its workspace. */
  readonly synonyms: readonly (readonly string[])[];
  /** Changes whenever a group of the workspace does. */
  readonly synonymsStamp: string;
};

/** The headings under which a passage is searched: the document's name without its ending, then those in it. */
export function toSearchTitle(document: LoadedDocument | undefined, titlePath: readonly string[]): string {
  const own = document?.name ?? "";
  const name = document?.layer === "cases" ? own : own.replace(/\.[a-z0-9]{1,8}$/i, "");
  return [...(name === "" ? [] : [name]), ...titlePath].join(" › ");
}
