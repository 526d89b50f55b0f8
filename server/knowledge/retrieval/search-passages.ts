import { toTermWeight } from "./extract-terms.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { SynonymFinder } from "./synonym-finder.ts";
import { findTermId } from "./term-table.ts";
import { toWantedTerms, type WantedWord } from "./wanted-terms.ts";

/** BM25 as in Robertson and Zaragoza 2009; values as found in trials of `b` for short, evenly cut passages. */
const K1 = 1.2;
const B = 0.4;
/** Of two passages that are as good, the one in the words of the question goes first. */
const SAID_OTHERWISE = 0.8;

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
  /** Words that mean the same; none when absent. */
  readonly findSynonyms?: SynonymFinder;
};

/** Of what a passage has that holds only parts of a term, such as 换新 of 以旧换新. */
const PARTS = 0.25;

/** In a base of one passage every word that it lacks would count five times one that it has. */
const PASSAGES_MIN = 10;

const NO_SYNONYMS: SynonymFinder = () => [];

/** The passages that answer a question best, best first. A passage that holds more of what was asked beats one that repeats a part of it. */
export function searchPassages(
  index: PassageIndex,
  { question, limit, isAllowed = () => true, findSynonyms = NO_SYNONYMS }: Search,
): readonly FoundPassage[] {
  const sums = startSums(index);
  const { terms, words } = toWantedTerms(question, findSynonyms);
  const wanted = addTerms(index, terms, sums) + addWords(index, words, sums);
  const { scores, covered } = sums;
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

type Sums = { readonly scores: Float64Array; readonly covered: Float64Array };

const startSums = ({ ids }: PassageIndex): Sums => ({
  scores: new Float64Array(ids.length),
  covered: new Float64Array(ids.length),
});

/** Adds what each passage has of these terms, and returns what all of them weigh. */
function addTerms(index: PassageIndex, terms: readonly string[], sums: Sums): number {
  let weights = 0;
  for (const term of terms) {
    const termId = findTermId(index.terms, term);
    const weight = toRarity(index, termId) * toTermWeight(term);
    weights += weight;
    if (termId !== undefined) addTerm(index, { termId, weight }, sums);
  }
  return weights;
}

/**
 * A word counts once, in the way in which the passage says it best; said otherwise in full it covers as much as said as asked. A term
 * of the dictionary is one thing: a passage with all of its characters and pairs says it, one with some of them hardly does.
 */
function addWords(index: PassageIndex, words: readonly WantedWord[], sums: Sums): number {
  if (words.length === 0) return 0;
  const best = startSums(index);
  const own = startSums(index);
  let weights = 0;
  for (const { asked, others } of words) {
    clear(best);
    const weight = addTerms(index, asked, best);
    weights += weight;
    if (others.length === 0) discountParts(best, weight);
    for (const other of others) {
      clear(own);
      const ownWeight = addTerms(index, other, own);
      if (ownWeight > 0) keepBetter(best, own, weight / ownWeight);
    }
    for (let row = 0; row < best.scores.length; row += 1) {
      sums.scores[row] = (sums.scores[row] ?? 0) + (best.scores[row] ?? 0);
      sums.covered[row] = (sums.covered[row] ?? 0) + (best.covered[row] ?? 0);
    }
  }
  return weights;
}

function discountParts({ scores, covered }: Sums, whole: number): void {
  for (let row = 0; row < covered.length; row += 1) {
    // Summed up in the same order, the whole is exactly the whole.
    if ((covered[row] ?? 0) >= whole) continue;
    scores[row] = (scores[row] ?? 0) * PARTS;
    covered[row] = (covered[row] ?? 0) * PARTS;
  }
}

function clear({ scores, covered }: Sums): void {
  scores.fill(0);
  covered.fill(0);
}

function keepBetter(best: Sums, own: Sums, share: number): void {
  for (let row = 0; row < own.scores.length; row += 1) {
    best.scores[row] = Math.max(best.scores[row] ?? 0, (own.scores[row] ?? 0) * SAID_OTHERWISE);
    best.covered[row] = Math.max(best.covered[row] ?? 0, (own.covered[row] ?? 0) * share);
  }
}

export function toRarity({ ids, starts }: PassageIndex, termId: number | undefined): number {
  const found = termId === undefined ? 0 : (starts[termId + 1] ?? 0) - (starts[termId] ?? 0);
  return Math.log(1 + (Math.max(ids.length, PASSAGES_MIN) - found + 0.5) / (found + 0.5));
}

function addTerm(
  index: PassageIndex,
  { termId, weight }: { readonly termId: number; readonly weight: number },
  sums: Sums,
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
