import { extractTerms, toTermWeight } from "./extract-terms.ts";
import { countAll, type PassageIndex } from "./passage-index.ts";
import { findTermId } from "./term-table.ts";

/** BM25 as in Robertson and Zaragoza 2009; values as found in trials of `b` for short, evenly cut passages. */
const K1 = 1.2;
const B = 0.4;

export type FoundPassage = {
  readonly id: string;
  readonly score: number;
  /** How much of what was asked stands in the passage, 0 to 1, rare words counting more. */
  readonly coverage: number;
};

type Search = {
  readonly question: string;
  readonly limit: number;
  /** Passages to look among; all when absent. */
  readonly isAllowed?: (id: string) => boolean;
};

/** The passages that answer a question best, best first. A passage that holds more of what was asked beats one that repeats a part of it. */
export function searchPassages(
  index: PassageIndex,
  { question, limit, isAllowed = () => true }: Search,
): readonly FoundPassage[] {
  const scores = new Float64Array(index.ids.length);
  const covered = new Float64Array(index.ids.length);
  let wanted = 0;
  for (const [term] of countAll(extractTerms(question))) {
    const termId = findTermId(index.terms, term);
    const weight = toRarity(index, termId) * toTermWeight(term);
    wanted += weight;
    if (termId !== undefined) addTerm(index, { termId, weight }, { scores, covered });
  }
  const best: FoundPassage[] = [];
  for (const [row, id] of index.ids.entries()) {
    const coverage = (covered[row] ?? 0) / wanted;
    const score = (scores[row] ?? 0) * (1 + coverage);
    if (!(score > 0) || (best.length === limit && score <= (best.at(-1)?.score ?? 0)) || !isAllowed(id))
      continue;
    const place = best.findIndex((other) => score > other.score);
    best.splice(place === -1 ? best.length : place, 0, { id, score, coverage });
    if (best.length > limit) best.pop();
  }
  return best;
}

export function toRarity({ ids, starts }: PassageIndex, termId: number | undefined): number {
  const found = termId === undefined ? 0 : (starts[termId + 1] ?? 0) - (starts[termId] ?? 0);
  return Math.log(1 + (ids.length - found + 0.5) / (found + 0.5));
}

function addTerm(
  index: PassageIndex,
  { termId, weight }: { readonly termId: number; readonly weight: number },
  sums: { readonly scores: Float64Array; readonly covered: Float64Array },
): void {
  const { starts, rows, counts, lengths, meanLength } = index;
  const end = starts[termId + 1] ?? 0;
  for (let at = starts[termId] ?? 0; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const count = counts[at] ?? 0;
    const norm = K1 * (1 - B + (B * (lengths[row] ?? 0)) / meanLength);
    sums.scores[row] = (sums.scores[row] ?? 0) + (weight * count * (K1 + 1)) / (count + norm);
    sums.covered[row] = (sums.covered[row] ?? 0) + weight;
  }
}
