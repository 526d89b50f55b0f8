import { extractTerms, toTermWeight } from "./extract-terms.ts";
import { buildTermTable, type TermTable } from "./term-table.ts";

export type Passage = {
  readonly id: string;
  /** Headings above it, from the document's title down; they count as if they stood in the passage. */
  readonly title: string;
  readonly text: string;
};

/** The passages that have each term, and how long they are. Immutable; a change of the knowledge base makes a new one. */
export type PassageIndex = {
  readonly ids: readonly string[];
  readonly terms: TermTable;
  /** Term t stands in the passages from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly counts: Uint16Array;
  readonly lengths: Float32Array;
  readonly meanLength: number;
};

const COUNT_MAX = 65_535;

export function buildPassageIndex(passages: readonly Passage[]): PassageIndex {
  const termIds = new Map<string, number>();
  const lengths = new Float32Array(passages.length);
  const rowsOfTerm: number[][] = [];
  const countsOfTerm: number[][] = [];
  for (const [row, { title, text }] of passages.entries()) {
    const terms = extractTerms(title === "" ? text : `${title}\n${text}`);
    lengths[row] = terms.reduce((length, term) => length + toTermWeight(term), 0);
    for (const [term, count] of countAll(terms)) {
      const known = termIds.get(term);
      const id = known ?? termIds.size;
      if (known === undefined) {
        termIds.set(term, id);
        rowsOfTerm.push([]);
        countsOfTerm.push([]);
      }
      rowsOfTerm[id]?.push(row);
      countsOfTerm[id]?.push(Math.min(count, COUNT_MAX));
    }
  }
  const starts = new Int32Array(termIds.size + 1);
  for (const [id, rows] of rowsOfTerm.entries()) starts[id + 1] = (starts[id] ?? 0) + rows.length;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    ids: passages.map(({ id }) => id),
    terms: buildTermTable([...termIds.keys()]),
    starts,
    rows: Int32Array.from(rowsOfTerm.flat()),
    counts: Uint16Array.from(countsOfTerm.flat()),
    lengths,
    meanLength: total / Math.max(1, passages.length),
  };
}

export function countAll(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
