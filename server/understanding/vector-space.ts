import { groupOfId, type IndexedText } from "./corpus.ts";
import { GROUP_WEIGHTS, groupOf, isWordGroup } from "./extract-features.ts";

/** A text as a unit vector over the known features; the first `length` places of the arrays count. */
export type TextVector = {
  readonly ids: Int32Array;
  readonly values: Float64Array;
  readonly length: number;
  /** Share of the text's features that no example has: the best sign of a question from elsewhere. */
  readonly unseen: number;
  /** The same, over words and Han characters only, each counted by how telling it is. */
  readonly unseenWords: number;
};

/** How telling each feature is: one of a single example tells most, one of none (0 in `idf`) as much as `idfMax`. */
export type FeatureWeights = { readonly idf: Float64Array; readonly idfMax: number };

export type VectorSpace = {
  /** Ids are below this; not every one is known in this space. */
  readonly size: number;
  readonly weights: FeatureWeights;
  /** How telling each feature is if it is a word or a Han feature, else 0. */
  readonly wordWeights: Float64Array;
  readonly write: Write;
  /** The result lives until the next call: a question's vector is read once. */
  toVector(text: IndexedText): TextVector;
};

const SEEN = 0;
const UNSEEN = 1;

export function createVectorSpace(features: Int32Array, weights: FeatureWeights): VectorSpace {
  const { idf } = weights;
  const write = createWriter(features, weights);
  let scratch = { ids: new Int32Array(256), values: new Float64Array(256) };
  const toVector = (text: IndexedText): TextVector => {
    const size = text.ids.length;
    if (size > scratch.ids.length) scratch = { ids: new Int32Array(size), values: new Float64Array(size) };
    const part = { ids: text.ids, counts: text.counts, from: 0, to: size };
    const { length, unseen, unseenWords } = write(part, scratch, 0);
    return { ids: scratch.ids, values: scratch.values, length, unseen, unseenWords };
  };
  const wordWeights = new Float64Array(idf.length);
  for (let id = 0; id < idf.length; id += 1) {
    if (isWordGroup(groupOf(features[id] ?? 0))) wordWeights[id] = idf[id] ?? 0;
  }
  return { size: idf.length, weights, wordWeights, write, toVector };
}

type Places = Pick<TextVector, "ids" | "values">;
type Written = Omit<TextVector, "ids" | "values"> & {
  /** By which the values of each group were multiplied; overwritten by the next text. */
  readonly factors: Float64Array;
};
/** Reads the text from `from` up to `to` and writes its known features from `start` on. */
export type Write = (text: TextPart, into: Places, start: number) => Written;
type TextPart = IndexedText & { readonly from: number; readonly to: number };

function createWriter(features: Int32Array, { idf, idfMax }: FeatureWeights): Write {
  const squares = new Float64Array(4);
  const words = new Float64Array(2);

  /** Counts a feature in; returns its value, 0 for an unknown one. */
  const weighFeature = (id: number, count: number): number => {
    const group = groupOfId(id, features);
    const known = id < 0 ? 0 : (idf[id] ?? 0);
    const weight = known === 0 ? idfMax : known;
    const value = count === 1 ? weight : (1 + Math.log(count)) * weight;
    addTo(squares, group, value * value);
    if (isWordGroup(group)) addTo(words, known === 0 ? UNSEEN : SEEN, weight);
    return known === 0 ? 0 : value;
  };
  const weighAll = ({ ids, counts, from, to }: TextPart, into: Places, start: number): number => {
    let end = start;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? -1;
      const value = weighFeature(id, counts[at] ?? 1);
      if (value === 0) continue;
      into.ids[end] = id;
      into.values[end] = value;
      end += 1;
    }
    return end;
  };
  const scale = ({ ids, values }: Places, start: number, end: number): void => {
    toFactors(squares);
    for (let at = start; at < end; at += 1) {
      const group = groupOfId(ids[at] ?? 0, features);
      values[at] = (values[at] ?? 0) * (squares[group] ?? 0);
    }
  };

  return (text, into, start) => {
    squares.fill(0);
    words.fill(0);
    const end = weighAll(text, into, start);
    scale(into, start, end);
    const [seen = 0, unseen = 0] = words;
    const size = text.to - text.from;
    return {
      factors: squares,
      length: end - start,
      unseen: size === 0 ? 1 : 1 - (end - start) / size,
      unseenWords: seen + unseen === 0 ? 1 : unseen / (seen + unseen),
    };
  };
}

function addTo(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] ?? 0) + value;
}

/** Each group counts by its weight, whatever the number of its features; the whole has length 1. */
function toFactors(squares: Float64Array): void {
  let total = 0;
  for (let group = 0; group < squares.length; group += 1) {
    if (squares[group] !== 0) total += (GROUP_WEIGHTS[group] ?? 0) ** 2;
  }
  for (let group = 0; group < squares.length; group += 1) {
    const square = squares[group] ?? 0;
    if (square !== 0) squares[group] = (GROUP_WEIGHTS[group] ?? 0) / Math.sqrt(square * total);
  }
}
