import { type Corpus, groupOfId, type IndexedText } from "./corpus.ts";
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

/** Row r has the features from starts[r] up to starts[r + 1]. */
export type RowVectors = {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
};

export type VectorSpace = {
  /** Ids are below this; not every one is known in this space. */
  readonly size: number;
  /** How telling each feature is if it is a word or a Han feature, else 0. */
  readonly wordWeights: Float64Array;
  /** The result lives until the next call: a question's vector is read once. */
  toVector(text: IndexedText): TextVector;
  readonly rowVectors: RowVectors;
};

type SpaceParts = {
  readonly corpus: Corpus;
  /** Which rows of the corpus the space is made of, in rising order. */
  readonly rows: Int32Array;
  /** Background only makes everyday words less telling: a word that is met only there stays unknown. */
  isBackground(row: number): boolean;
};

const SEEN = 0;
const UNSEEN = 1;

/** Learns from all examples how telling each feature is: one of a single example tells most. */
export function createVectorSpace({ corpus, rows, isBackground }: SpaceParts): VectorSpace {
  const { features } = corpus.lexicon;
  const weights = weighFeatures({ corpus, rows, isBackground });
  const write = createWriter(features, weights);
  let scratch = { ids: new Int32Array(256), values: new Float64Array(256) };
  const toVector = (text: IndexedText): TextVector => {
    const size = text.ids.length;
    if (size > scratch.ids.length) scratch = { ids: new Int32Array(size), values: new Float64Array(size) };
    return { ...write({ ...text, from: 0, to: size }, scratch, 0), ...scratch };
  };
  const wordWeights = new Float64Array(features.length);
  for (let id = 0; id < features.length; id += 1) {
    if (isWordGroup(groupOf(features[id] ?? 0))) wordWeights[id] = weights.idf[id] ?? 0;
  }
  return { size: features.length, wordWeights, toVector, rowVectors: writeRows(corpus, rows, write) };
}

type Places = Pick<RowVectors, "ids" | "values">;
type Written = Omit<TextVector, "ids" | "values">;
/** Reads the text from `from` up to `to` and writes its known features from `start` on. */
type Write = (text: TextPart, into: Places, start: number) => Written;
type TextPart = IndexedText & { readonly from: number; readonly to: number };

function createWriter(features: Int32Array, { idf, idfMax }: Weights): Write {
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
      length: end - start,
      unseen: size === 0 ? 1 : 1 - (end - start) / size,
      unseenWords: seen + unseen === 0 ? 1 : unseen / (seen + unseen),
    };
  };
}

function addTo(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] ?? 0) + value;
}

function writeRows({ starts, ids, counts }: Corpus, rows: Int32Array, write: Write): RowVectors {
  const into = { ids: new Int32Array(ids.length), values: new Float64Array(ids.length) };
  const rowStarts = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const text = { ids, counts, from: starts[row] ?? 0, to: starts[row + 1] ?? 0 };
    rowStarts[at + 1] = (rowStarts[at] ?? 0) + write(text, into, rowStarts[at] ?? 0).length;
  }
  return { starts: rowStarts, ...into };
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

type Weights = { readonly idf: Float64Array; readonly idfMax: number };

/** Weighs every feature by the number of rows that have it; 0 is one that no example has. */
function weighFeatures({ corpus, rows, isBackground }: SpaceParts): Weights {
  const documents = new Int32Array(corpus.lexicon.features.length);
  const isKnown = new Uint8Array(documents.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    countRow(corpus, row, { documents, isKnown: isBackground(row) ? null : isKnown });
  }
  const toWeight = (count: number) => Math.log((1 + rows.length) / (1 + count)) + 1;
  const onceWeight = toWeight(1);
  const idf = new Float64Array(documents.length);
  for (let id = 0; id < idf.length; id += 1) {
    const count = documents[id] ?? 0;
    if (isKnown[id] === 1) idf[id] = count === 1 ? onceWeight : toWeight(count);
  }
  return { idf, idfMax: toWeight(0) };
}

type Counts = { readonly documents: Int32Array; readonly isKnown: Uint8Array | null };

function countRow({ starts, ids }: Corpus, row: number, { documents, isKnown }: Counts): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const id = ids[at] ?? 0;
    documents[id] = (documents[id] ?? 0) + 1;
    if (isKnown !== null) isKnown[id] = 1;
  }
}
