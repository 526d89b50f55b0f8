import { GROUP_WEIGHTS, groupOf, type TextFeatures } from "./extract-features.ts";

/** A text as a unit vector over the known features. */
export type TextVector = {
  readonly ids: readonly number[];
  readonly values: readonly number[];
  /** Share of the text's features that no example has: the best sign of a question from elsewhere. */
  readonly unseen: number;
  /** The same, over words and Han characters only, each counted by how telling it is. */
  readonly unseenWords: number;
};

export type VectorSpace = {
  readonly size: number;
  readonly idf: readonly number[];
  readonly isWord: readonly boolean[];
  toVector(features: TextFeatures): TextVector;
};

type Sums = { word: number; pair: number; han: number; piece: number };

/**
 * Learns from all examples how telling each feature is: one of a single example tells most. The background only
 * makes everyday words less telling; a word that is met only there stays unknown.
 */
export function createVectorSpace(
  texts: readonly TextFeatures[],
  background: readonly TextFeatures[] = [],
): VectorSpace {
  const { idOf, documents } = countDocuments(texts, background);
  const textsCount = texts.length + background.length;
  const toIdf = (count: number) => Math.log((1 + textsCount) / (1 + count)) + 1;
  const idf = documents.map(toIdf);
  const groups = [...idOf.keys()].map(groupOf);
  const idfMax = toIdf(0);

  const toVector = ({ counts }: TextFeatures): TextVector => {
    const ids: number[] = [];
    const values: number[] = [];
    const squares: Sums = { word: 0, pair: 0, han: 0, piece: 0 };
    for (const [feature, count] of counts) {
      const id = idOf.get(feature);
      const value = (1 + Math.log(count)) * (id === undefined ? idfMax : (idf[id] ?? 0));
      squares[groupOf(feature)] += value * value;
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
    }
    scaleToUnit(ids, values, { squares, groups });
    const unseen = counts.size === 0 ? 1 : 1 - ids.length / counts.size;
    return { ids, values, unseen, unseenWords: shareOfUnseenWords(counts) };
  };
  const shareOfUnseenWords = (counts: TextFeatures["counts"]): number => {
    let unseen = 0;
    let all = 0;
    for (const feature of counts.keys()) {
      if (!isWordGroup(groupOf(feature))) continue;
      const id = idOf.get(feature);
      if (id === undefined) unseen += idfMax;
      all += id === undefined ? idfMax : (idf[id] ?? 0);
    }
    return all === 0 ? 1 : unseen / all;
  };
  return { size: documents.length, idf, isWord: groups.map(isWordGroup), toVector };
}

function isWordGroup(group: keyof Sums): boolean {
  return group === "word" || group === "han";
}

type Documents = { readonly idOf: ReadonlyMap<string, number>; readonly documents: readonly number[] };

/** In how many texts each feature of the texts occurs, background included. */
function countDocuments(texts: readonly TextFeatures[], background: readonly TextFeatures[]): Documents {
  const idOf = new Map<string, number>();
  for (const { counts } of texts) {
    for (const feature of counts.keys()) if (!idOf.has(feature)) idOf.set(feature, idOf.size);
  }
  const documents = new Array<number>(idOf.size).fill(0);
  for (const { counts } of [...texts, ...background]) {
    for (const feature of counts.keys()) {
      const id = idOf.get(feature);
      if (id !== undefined) documents[id] = (documents[id] ?? 0) + 1;
    }
  }
  return { idOf, documents };
}

type Scaling = { readonly squares: Sums; readonly groups: readonly (keyof Sums)[] };

/** Each group counts by its weight, whatever the number of its features; the whole has length 1. */
function scaleToUnit(ids: readonly number[], values: number[], { squares, groups }: Scaling): void {
  let total = 0;
  const factors: Sums = { word: 0, pair: 0, han: 0, piece: 0 };
  for (const group of ["word", "pair", "han", "piece"] as const) {
    if (squares[group] === 0) continue;
    factors[group] = GROUP_WEIGHTS[group] / Math.sqrt(squares[group]);
    total += GROUP_WEIGHTS[group] ** 2;
  }
  const whole = total === 0 ? 0 : 1 / Math.sqrt(total);
  for (let at = 0; at < values.length; at += 1) {
    const group = groups[ids[at] ?? 0] ?? "piece";
    values[at] = (values[at] ?? 0) * factors[group] * whole;
  }
}
