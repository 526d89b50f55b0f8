import type { Phrasing, Standings } from "./create-ranker.ts";
import type { TextVector, VectorSpace } from "./vector-space.ts";

/** What the confidence is computed from, in the order of measureSignals. */
export const SIGNAL_NAMES = [
  "decision",
  "margin",
  "share",
  "entropy",
  "nearest",
  "nearestGap",
  "centroid",
  "centroidGap",
  "unseen",
  "unseenWords",
  "length",
  "queryCovered",
  "exampleCovered",
  "queryInOrder",
  "exampleInOrder",
  "elsewhere",
] as const;

const TEMPERATURE = 0.25;
const ORDER_TOKENS_MAX = 48;
const NO_PHRASING: Phrasing = { tokens: [], ids: [] };

type Scene = {
  readonly tokens: readonly string[];
  readonly query: TextVector;
  readonly standings: Standings;
  readonly winner: number;
  readonly nearestElsewhere: number;
  readonly space: VectorSpace;
  /** A place for every feature, all zero before and after. */
  readonly inExample: Uint8Array;
  phrasingOf(row: number): Phrasing;
};

/** Describes how far the winner of a ranking can be trusted, as numbers of about the same size. */
export function measureSignals(scene: Scene): readonly number[] {
  const { tokens, query, standings, winner, nearestElsewhere } = scene;
  if (winner === -1) return SIGNAL_NAMES.map(() => 0);
  const nearest = standings.nearest[winner] ?? 0;
  const centroid = standings.centroids[winner] ?? 0;
  const row = standings.nearestRows[winner] ?? -1;
  const { tokens: exampleTokens, ids } = row === -1 ? NO_PHRASING : scene.phrasingOf(row);
  const covered = measureCover(scene, ids);
  const inOrder = countInOrder(tokens, exampleTokens);
  const { share, entropy } = measureBelief(standings.scores, winner);
  return [
    standings.decisions[winner] ?? 0,
    measureMargin(standings.scores, winner),
    share,
    entropy,
    nearest,
    highestOther(standings.nearest, winner) - nearest,
    centroid,
    highestOther(standings.centroids, winner) - centroid,
    query.unseen,
    query.unseenWords,
    Math.log(1 + tokens.length),
    covered[0] ?? 0,
    covered[1] ?? 0,
    inOrder / Math.max(1, Math.min(tokens.length, ORDER_TOKENS_MAX)),
    inOrder / Math.max(1, Math.min(exampleTokens.length, ORDER_TOKENS_MAX)),
    nearestElsewhere - nearest,
  ];
}

function highestOther(values: Float64Array, winner: number): number {
  let highest = 0;
  for (let at = 0; at < values.length; at += 1)
    if (at !== winner && (values[at] ?? 0) > highest) highest = values[at] ?? 0;
  return highest;
}

function measureMargin(scores: Float64Array, winner: number): number {
  if (scores.length < 2) return 1;
  let second = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) {
    if (at !== winner && (scores[at] ?? 0) > second) second = scores[at] ?? 0;
  }
  return Math.min((scores[winner] ?? 0) - second, 2);
}

/** The sum that each class's power of its distance to the best is a share of; the higher the temperature the more even. */
export function sumPowers(scores: Float64Array, top: number, temperature: number): number {
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) total += Math.exp(((scores[at] ?? 0) - top) / temperature);
  return total;
}

/** How much of the belief is the winner's, as a logarithm, and how evenly it is spread (0 to 1). */
function measureBelief(scores: Float64Array, winner: number): { share: number; entropy: number } {
  const top = scores[winner] ?? 0;
  let total = 0;
  let weighted = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const distance = ((scores[at] ?? 0) - top) / TEMPERATURE;
    const power = Math.exp(distance);
    total += power;
    weighted += power * distance;
  }
  const logTotal = Math.log(total);
  const entropy = scores.length < 2 ? 0 : (logTotal - weighted / total) / Math.log(scores.length);
  return { share: Math.max(-logTotal, -4), entropy };
}

/** Which part of the query's words, by how telling they are, the example has; and the other way round. */
function measureCover({ query, space, inExample }: Scene, ids: ArrayLike<number>): readonly [number, number] {
  const { wordWeights } = space;
  const ofExample = markExample(ids, { wordWeights, inExample });
  let known = 0;
  let shared = 0;
  for (let at = 0; at < query.length; at += 1) {
    const id = query.ids[at] ?? 0;
    const weight = wordWeights[id] ?? 0;
    known += weight;
    if (inExample[id] === 1) shared += weight;
  }
  clearExample(ids, inExample);
  const ofQuery = known === 0 ? 0 : (shared / known) * (1 - query.unseenWords);
  return [ofQuery, shared / (ofExample || 1)];
}

type Marks = { readonly wordWeights: Float64Array; readonly inExample: Uint8Array };

/** Returns how much the example's words weigh. */
function markExample(ids: ArrayLike<number>, { wordWeights, inExample }: Marks): number {
  let weight = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? -1;
    if (id < 0) continue;
    inExample[id] = 1;
    weight += wordWeights[id] ?? 0;
  }
  return weight;
}

function clearExample(ids: ArrayLike<number>, inExample: Uint8Array): void {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? -1;
    if (id >= 0) inExample[id] = 0;
  }
}

const lengthsAbove = new Int32Array(ORDER_TOKENS_MAX + 1);

/** Length of the longest common subsequence of tokens. */
function countInOrder(left: readonly string[], right: readonly string[]): number {
  const across = Math.min(right.length, ORDER_TOKENS_MAX);
  const down = Math.min(left.length, ORDER_TOKENS_MAX);
  lengthsAbove.fill(0);
  for (let row = 0; row < down; row += 1) {
    let aslant = 0;
    let before = 0;
    for (let at = 1; at <= across; at += 1) {
      const above = lengthsAbove[at] ?? 0;
      before = left[row] === right[at - 1] ? aslant + 1 : Math.max(above, before);
      lengthsAbove[at] = before;
      aslant = above;
    }
  }
  return lengthsAbove[across] ?? 0;
}
