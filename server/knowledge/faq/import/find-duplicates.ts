import { normalizeText } from "../../../understanding/normalize.ts";
import { listPhrasings } from "../entry-content.ts";
import type { ParsedRow } from "./to-import-row.ts";

/** Where the same phrasing stands already. */
export type RowDuplicate =
  | { readonly type: "in-base"; readonly entryId: string; readonly text: string }
  | { readonly type: "in-file"; readonly row: number; readonly text: string };

export type ImportRow = ParsedRow & { readonly duplicate: RowDuplicate | null };

/** What the base has already. */
export type KnownEntry = { readonly id: string; readonly phrasings: readonly string[] };

/** Marks each line that asks what an entry of the base, or an earlier line, asks already, in whatever spelling. */
export function findDuplicates(
  rows: readonly ParsedRow[],
  known: readonly KnownEntry[],
): readonly ImportRow[] {
  const owners = new Map<string, RowDuplicate>();
  for (const { id, phrasings } of known)
    for (const text of phrasings) owners.set(normalizeText(text), { type: "in-base", entryId: id, text });
  return rows.map((row): ImportRow => {
    if (row.content === null) return { ...row, duplicate: null };
    const phrasings = listPhrasings(row.content).map((text) => [normalizeText(text), text] as const);
    const found = phrasings.find(([key]) => owners.has(key));
    const duplicate = found === undefined ? null : (owners.get(found[0]) ?? null);
    for (const [key, text] of phrasings)
      if (!owners.has(key)) owners.set(key, { type: "in-file", row: row.row, text });
    return { ...row, duplicate };
  });
}
