import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "#flows/kernel/json.ts";
import { ReadFailure, type ReadFailureCode } from "../../documents/reading/read-failure.ts";
import { runReader } from "../../documents/reading/run-reader.ts";
import type { ImportRow } from "./find-duplicates.ts";
import type { Mapping } from "./import-fields.ts";

export type EntriesOrder = {
  readonly name: string;
  readonly size: number;
  /** Null takes what the names of the columns propose. */
  readonly mapping: Mapping | null;
  readonly rowsMax: number;
  /** `KnownEntry[]` as JSON, as the database gives it. */
  readonly knownText: string;
};

export type EntriesMessage =
  | { readonly type: "rows"; readonly rows: readonly ImportRow[] }
  | { readonly type: "end"; readonly columns: readonly string[]; readonly mapping: Mapping }
  | { readonly type: "failure"; readonly code: ReadFailureCode; readonly facts: JsonObject };

export type ReadEntries = {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly ImportRow[];
};

const PROGRAM = fileURLToPath(new URL("./entries-process.ts", import.meta.url));
const ROWS_MAX = 10_000;

type Source = Pick<EntriesOrder, "name" | "mapping" | "knownText"> & { readonly bytes: Uint8Array };

/** Makes rows of a file in a process of its own (see `runReader`). Rejects with a `ReadFailure` for what is wrong with the whole. */
export function readEntries({ bytes, ...order }: Source): Promise<ReadEntries> {
  const rows: ImportRow[] = [];
  return runReader({
    program: PROGRAM,
    order: { ...order, size: bytes.length, rowsMax: ROWS_MAX } satisfies EntriesOrder,
    pieces: Readable.from([bytes]),
    signal: new AbortController().signal,
    onMessage: (message: EntriesMessage): ReadEntries | null => {
      if (message.type === "failure") throw new ReadFailure(message.code, message.facts);
      if (message.type === "end") return { columns: message.columns, mapping: message.mapping, rows };
      rows.push(...message.rows);
      return null;
    },
  });
}
