import type { ClassStanding, RankedRow } from "./create-ranker.ts";
import type { TextFeatures } from "./extract-features.ts";
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

type Scene = {
  readonly features: TextFeatures;
  readonly query: TextVector;
  /** Best first. */
  readonly standings: readonly ClassStanding[];
  readonly rows: readonly RankedRow[];
  readonly space: VectorSpace;
  readonly nearestElsewhere: number;
};

/** Describes how far the winner of a ranking can be trusted, as numbers of about the same size. */
export function measureSignals(scene: Scene): readonly number[] {
  const { features, query, standings, rows, nearestElsewhere } = scene;
  const [winner, second] = standings;
  if (winner === undefined) return SIGNAL_NAMES.map(() => 0);
  const shares = toShares(standings, TEMPERATURE);
  const nearestAll = standings.reduce((most, { nearest }) => Math.max(most, nearest), 0);
  const centroidAll = standings.reduce((most, { centroid }) => Math.max(most, centroid), 0);
  const example = rows[winner.nearestRow];
  const covered = example === undefined ? [0, 0] : measureCover(query, example.vector, scene.space);
  const inOrder = example === undefined ? 0 : countInOrder(features.tokens, example.features.tokens);
  return [
    winner.decision,
    second === undefined ? 1 : Math.min(winner.score - second.score, 2),
    Math.max(Math.log(shares[0] ?? 1), -4),
    toEntropy(shares),
    winner.nearest,
    nearestAll - winner.nearest,
    winner.centroid,
    centroidAll - winner.centroid,
    query.unseen,
    query.unseenWords,
    Math.log(1 + features.tokens.length),
    covered[0] ?? 0,
    covered[1] ?? 0,
    inOrder / Math.max(1, Math.min(features.tokens.length, ORDER_TOKENS_MAX)),
    inOrder / Math.max(1, Math.min(example?.features.tokens.length ?? 1, ORDER_TOKENS_MAX)),
    nearestElsewhere - winner.nearest,
  ];
}

/** Each class's share of the belief, best first; sums to 1. The higher the temperature the more even. */
export function toShares(standings: readonly ClassStanding[], temperature: number): readonly number[] {
  const top = standings[0]?.score ?? 0;
  const powers = standings.map(({ score }) => Math.exp((score - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function toEntropy(shares: readonly number[]): number {
  if (shares.length < 2) return 0;
  const entropy = shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
  return entropy / Math.log(shares.length);
}

/** Which part of the query's words, by how telling they are, the example has; and the other way round. */
function measureCover(query: TextVector, example: TextVector, space: VectorSpace): readonly [number, number] {
  const inExample = new Set(example.ids);
  const weigh = (ids: readonly number[]) =>
    ids.reduce((sum, id) => sum + (space.isWord[id] === true ? (space.idf[id] ?? 0) : 0), 0);
  const shared = weigh(query.ids.filter((id) => inExample.has(id)));
  const known = weigh(query.ids);
  const ofQuery = known === 0 ? 0 : (shared / known) * (1 - query.unseenWords);
  return [ofQuery, shared / (weigh(example.ids) || 1)];
}

/** Length of the longest common subsequence of tokens. */
function countInOrder(left: readonly string[], right: readonly string[]): number {
  const across = Math.min(right.length, ORDER_TOKENS_MAX);
  let above = new Array<number>(across + 1).fill(0);
  for (const token of left.slice(0, ORDER_TOKENS_MAX)) {
    const current = [0];
    for (let at = 1; at <= across; at += 1) {
      const longer = Math.max(above[at] ?? 0, current[at - 1] ?? 0);
      current.push(token === right[at - 1] ? (above[at - 1] ?? 0) + 1 : longer);
    }
    above = current;
  }
  return above[across] ?? 0;
}
