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
  readonly idfMax: number;
  toVector(features: TextFeatures): TextVector;
};

type Sums = { word: number; pair: number; han: number; piece: number };

/** Learns from all examples how telling each feature is; a feature of a single example tells most. */
export function createVectorSpace(texts: readonly TextFeatures[]): VectorSpace {
  const idOf = new Map<string, number>();
  const documents: number[] = [];
  for (const { counts } of texts) {
    for (const feature of counts.keys()) {
      const id = idOf.get(feature);
      if (id === undefined) {
        idOf.set(feature, documents.length);
        documents.push(1);
      } else documents[id] = (documents[id] ?? 0) + 1;
    }
  }
  const toIdf = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 1;
  const idf = documents.map(toIdf);
  const groups = [...idOf.keys()].map(groupOf);
  const isWord = groups.map((group) => group === "word" || group === "han");
  const idfMax = toIdf(0);

  const toVector = (features: TextFeatures): TextVector => {
    const ids: number[] = [];
    const values: number[] = [];
    const squares: Sums = { word: 0, pair: 0, han: 0, piece: 0 };
    const words = { seen: 0, unseen: 0 };
    for (const [feature, count] of features.counts) {
      const id = idOf.get(feature);
      const group = id === undefined ? groupOf(feature) : (groups[id] ?? "piece");
      const telling = id === undefined ? idfMax : (idf[id] ?? 0);
      if (group === "word" || group === "han") words[id === undefined ? "unseen" : "seen"] += telling;
      if (id === undefined) continue;
      const value = (1 + Math.log(count)) * telling;
      ids.push(id);
      values.push(value);
      squares[group] += value * value;
    }
    scaleToUnit(ids, values, { squares, groups });
    const wordsAll = words.seen + words.unseen;
    return {
      ids,
      values,
      unseen: features.counts.size === 0 ? 1 : 1 - ids.length / features.counts.size,
      unseenWords: wordsAll === 0 ? 1 : words.unseen / wordsAll,
    };
  };
  return { size: documents.length, idf, isWord, idfMax, toVector };
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
