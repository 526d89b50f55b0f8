import { fileURLToPath } from "node:url";
import type { CutPassage } from "../passages/cut-passages.ts";
import { toMediaType } from "./document-kind.ts";
import { ReadFailure } from "./read-failure.ts";
import type { ReaderMessage, ReaderOrder } from "./reader-message.ts";
import { type ReaderInput, runReader } from "./run-reader.ts";

const PROGRAM = fileURLToPath(new URL("./reader-process.ts", import.meta.url));

type ReadOptions = ReaderInput & {
  readonly order: ReaderOrder;
  onProgress(share: number): void;
};

export type ReadDocument = {
  readonly mediaType: string;
  readonly passages: readonly CutPassage[];
  readonly chars: number;
  readonly language: string | null;
};

/**
 * Reads a document in a process of its own that cannot harm this one (see `runReader`). Rejects with a `ReadFailure` for what the
 * document has wrong, and with the signal's reason when it aborts.
 */
export function readInProcess({ onProgress, ...input }: ReadOptions): Promise<ReadDocument> {
  const passages: CutPassage[] = [];
  return runReader({
    ...input,
    program: PROGRAM,
    onMessage: (message: ReaderMessage): ReadDocument | null => {
      switch (message.type) {
        case "progress":
          onProgress(message.share);
          return null;
        case "passages":
          passages.push(...message.passages);
          return null;
        case "failure":
          throw new ReadFailure(message.code, message.facts);
        case "end":
          return {
            passages,
            mediaType: toMediaType(message.kind),
            chars: message.chars,
            language: message.language,
          };
      }
    },
  });
}
