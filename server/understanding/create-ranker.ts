import type { IndexedText } from "./corpus.ts";
import { createSeparators } from "./create-separators.ts";
import { measureSignals } from "./measure-signals.ts";
import { addSimilarities, type Postings } from "./postings.ts";
import { classOf, ELSEWHERE_OWNER } from "./row-table.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Pulls } from "./train-separators.ts";
import type { TextVector, VectorSpace } from "./vector-space.ts";

/** How near a text is to each class, seen in four ways, and the sum that ranks; all by class index. */
export type Standings = {
  readonly scores: Float64Array;
  readonly decisions: Float64Array;
  readonly nearest: Float64Array;
  /** -1: no row of the class shares a feature with the text. */
  readonly nearestRows: Int32Array;
  readonly nearestNegatives: Float64Array;
  readonly centroids: Float64Array;
};

export type RankedText = { readonly text: IndexedText; readonly tokens: readonly string[] };
export type Ranking = {
  /** The buffers of the ranker: read them before the next text is ranked. */
  readonly standings: Standings;
  /** -1 when there are no classes. */
  readonly winner: number;
  readonly signals: readonly number[];
};
export type Ranker = { rank(text: RankedText): Ranking };

export type Phrasing = { readonly tokens: readonly string[]; readonly ids: ArrayLike<number> };

export type RankerParts = {
  readonly owners: Int32Array;
  readonly classesCount: number;
  readonly space: VectorSpace;
  readonly index: SearchIndex;
  /** Null: too many classes to train; nearness alone ranks. */
  readonly pulls: Pulls | null;
  phrasingOf(row: number): Phrasing;
};

type Weights = { readonly decision: number; readonly nearest: number; readonly centroid: number };

/**
 * Found on training and validation splits: with separators nearness only helps, and where a class has few rows its middle says more
 * than its nearest row; without separators nearness must do alone.
 */
const OF_FEW_ROWS: Weights = { decision: 1, nearest: 0.4, centroid: 1.2 };
const OF_MANY_ROWS: Weights = { decision: 1, nearest: 0.7, centroid: 0.5 };
const WITHOUT_SEPARATORS: Weights = { decision: 0, nearest: 1, centroid: 0.3 };
/** Rows a class on average; between the two the weights go over into each other, so that one row more is no leap. */
const FEW_ROWS = 6;
const MANY_ROWS = 10;

/** Ranks classes for a text. All of a query's work is one walk over the rows that share a feature with it. */
export function createRanker({ owners, classesCount, space, index, pulls, phrasingOf }: RankerParts): Ranker {
  const { postings, centroidLengths } = index;
  const separators = pulls === null ? null : createSeparators({ pulls, owners, classesCount, postings });
  const weights = pulls === null ? WITHOUT_SEPARATORS : weighBySize(owners, classesCount);
  const stretches = listStretches(owners);
  const similarities = new Float64Array(owners.length);
  const standings = createStandings(classesCount);
  const inExample = new Uint8Array(space.size);

  const rank = ({ text, tokens }: RankedText): Ranking => {
    const query = space.toVector(text);
    similarities.fill(0);
    if (separators === null) addAll(postings, query, similarities);
    else separators.decide({ query, similarities, into: standings.decisions });
    const nearestElsewhere = gather(stretches, similarities, standings);
    const winner = score(standings, centroidLengths, weights);
    const signals = measureSignals({
      tokens,
      query,
      standings,
      winner,
      nearestElsewhere,
      space,
      inExample,
      phrasingOf,
    });
    return { standings, winner, signals };
  };
  return { rank };
}

function weighBySize(owners: Int32Array, classesCount: number): Weights {
  const rows = owners.reduce((count, owner) => count + (owner >= 0 ? 1 : 0), 0) / Math.max(1, classesCount);
  const share = Math.min(1, Math.max(0, (rows - FEW_ROWS) / (MANY_ROWS - FEW_ROWS)));
  const between = (name: keyof Weights) =>
    OF_FEW_ROWS[name] + share * (OF_MANY_ROWS[name] - OF_FEW_ROWS[name]);
  return { decision: between("decision"), nearest: between("nearest"), centroid: between("centroid") };
}

function createStandings(classesCount: number): Standings {
  return {
    scores: new Float64Array(classesCount),
    decisions: new Float64Array(classesCount),
    nearest: new Float64Array(classesCount),
    nearestRows: new Int32Array(classesCount),
    nearestNegatives: new Float64Array(classesCount),
    centroids: new Float64Array(classesCount),
  };
}

/** The best `count` classes, best first, out of those that are open; the earlier one of two equals. */
export function listBest(
  { scores }: Standings,
  count: number,
  isOpen: (classIndex: number) => boolean,
): readonly number[] {
  const best: number[] = [];
  for (let classIndex = 0; classIndex < scores.length; classIndex += 1) {
    const own = scores[classIndex] ?? 0;
    const last = best[count - 1];
    if (last !== undefined && own <= (scores[last] ?? 0)) continue;
    if (!isOpen(classIndex)) continue;
    let at = best.length;
    while (at > 0 && own > (scores[best[at - 1] ?? 0] ?? 0)) at -= 1;
    best.splice(at, 0, classIndex);
    if (best.length > count) best.pop();
  }
  return best;
}

function addAll(postings: Postings, query: TextVector, into: Float64Array): void {
  for (let at = 0; at < query.length; at += 1) {
    addSimilarities(postings, { id: query.ids[at] ?? 0, value: query.values[at] ?? 0 }, into);
  }
}

/** Rows beside each other that have the same owner. */
type Stretch = { readonly owner: number; readonly start: number; readonly end: number };

function listStretches(owners: Int32Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let row = 1; row <= owners.length; row += 1) {
    const owner = owners[start] ?? ELSEWHERE_OWNER;
    if (owners[row] === owner) continue;
    stretches.push({ owner, start, end: row });
    start = row;
  }
  return stretches;
}

/** Finds each class's nearest row, its nearest negative and the sum over its rows; returns how near elsewhere is. */
function gather(stretches: readonly Stretch[], similarities: Float64Array, into: Standings): number {
  const { nearest, nearestRows, nearestNegatives, centroids } = into;
  nearest.fill(0);
  nearestRows.fill(-1);
  nearestNegatives.fill(0);
  centroids.fill(0);
  let nearestElsewhere = 0;
  for (const stretch of stretches) {
    const { owner } = stretch;
    const row = findHighest(similarities, stretch);
    if (row === -1) continue;
    const highest = similarities[row] ?? 0;
    if (owner === ELSEWHERE_OWNER) nearestElsewhere = Math.max(nearestElsewhere, highest);
    else if (owner < ELSEWHERE_OWNER) raise(nearestNegatives, classOf(owner), highest);
    else {
      centroids[owner] = (centroids[owner] ?? 0) + sumOf(similarities, stretch);
      if (raise(nearest, owner, highest)) nearestRows[owner] = row;
    }
  }
  return nearestElsewhere;
}

/** The row of the highest value above 0, -1 if there is none. */
function findHighest(similarities: Float64Array, { start, end }: Stretch): number {
  let highest = 0;
  let highestRow = -1;
  for (let row = start; row < end; row += 1) {
    const similarity = similarities[row] ?? 0;
    if (similarity <= highest) continue;
    highest = similarity;
    highestRow = row;
  }
  return highestRow;
}

function sumOf(similarities: Float64Array, { start, end }: Stretch): number {
  let sum = 0;
  for (let row = start; row < end; row += 1) sum += similarities[row] ?? 0;
  return sum;
}

function raise(values: Float64Array, place: number, value: number): boolean {
  if (value <= (values[place] ?? 0)) return false;
  values[place] = value;
  return true;
}

/** Weighs what was gathered into one score a class; returns the best class. */
function score(standings: Standings, lengths: Float64Array, weights: Weights): number {
  const { scores, decisions, nearest, centroids } = standings;
  let winner = -1;
  for (let classIndex = 0; classIndex < scores.length; classIndex += 1) {
    centroids[classIndex] = (centroids[classIndex] ?? 0) / (lengths[classIndex] || 1);
    const own =
      weights.decision * (decisions[classIndex] ?? 0) +
      weights.nearest * (nearest[classIndex] ?? 0) +
      weights.centroid * (centroids[classIndex] ?? 0);
    scores[classIndex] = own;
    if (winner === -1 || own > (scores[winner] ?? 0)) winner = classIndex;
  }
  return winner;
}
