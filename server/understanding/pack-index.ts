import { type Corpus, createLexicon, type Lexicon } from "./corpus.ts";
import { groupOf } from "./extract-features.ts";
import { type LearntVectors, toIdf } from "./learn-vectors.ts";
import { type PackedBytes, packBytes, packNumbers, unpackBytes, unpackNumbers } from "./pack-bytes.ts";
import type { SearchIndex } from "./search-index.ts";
import { createVectorSpace, type VectorSpace } from "./vector-space.ts";

/** The known features and the rows that have them, as plain JSON that is read in one walk. */
export type PackedIndex = {
  readonly features: PackedBytes;
  /**
   * Feature by feature: the number of its rows, then the steps from row to row. A step is doubled, plus 1 if the row has
   * the feature more than once; how often then follows. Numbers take seven bits a byte, the lowest first.
   */
  readonly contents: PackedBytes;
  readonly factors: PackedBytes;
  readonly centroidLengths: PackedBytes;
};

type Learnt = { readonly corpus: Corpus; readonly learnt: LearntVectors; readonly index: SearchIndex };

/** The corpus must be of the very rows that were learnt from, those from elsewhere last: known features then come first. */
export function packIndex({ corpus, learnt, index }: Learnt): PackedIndex {
  const { idf } = learnt.space.weights;
  const firstUnknown = idf.indexOf(0);
  const known = firstUnknown === -1 ? idf.length : firstUnknown;
  return {
    features: packNumbers(corpus.lexicon.features.slice(0, known)),
    contents: packContents(corpus, known),
    factors: packFloats(Float32Array.from(learnt.factors)),
    centroidLengths: packFloats(Float32Array.from(index.centroidLengths)),
  };
}

function packFloats(values: Float32Array): PackedBytes {
  return packBytes(new Uint8Array(values.buffer));
}

function unpackFloats(packed: PackedBytes): Float32Array {
  return new Float32Array(unpackBytes(packed).buffer);
}

function packContents({ starts, ids, counts }: Corpus, known: number): PackedBytes {
  const rowsOf: [row: number, count: number][][] = Array.from({ length: known }, () => []);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) rowsOf[ids[at] ?? 0]?.push([row, counts[at] ?? 1]);
  }
  const bytes: number[] = [];
  for (const rows of rowsOf) {
    pushNumber(bytes, rows.length);
    let before = 0;
    for (const [row, count] of rows) {
      pushNumber(bytes, (row - before) * 2 + Number(count > 1));
      if (count > 1) pushNumber(bytes, count);
      before = row;
    }
  }
  return packBytes(Uint8Array.from(bytes));
}

function pushNumber(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

type Unpacked = { readonly lexicon: Lexicon; readonly space: VectorSpace; readonly index: SearchIndex };

export function unpackIndex(packed: PackedIndex, rowsCount: number): Unpacked {
  const features = unpackNumbers(packed.features);
  const factors = unpackFloats(packed.factors);
  const next = createReader(unpackBytes(packed.contents));
  // A row takes at least one byte: there cannot be more of them than characters.
  const rows = new Int32Array(packed.contents.length);
  const values = new Float32Array(packed.contents.length);
  const starts = new Int32Array(features.length + 1);
  const idf = new Float64Array(features.length);
  let place = 0;
  const readRows = (end: number, group: number, weight: number) => {
    let row = 0;
    for (; place < end; place += 1) {
      const step = next();
      row += step >>> 1;
      const value = (step & 1) === 0 ? weight : (1 + Math.log(next())) * weight;
      rows[place] = row;
      values[place] = value * (factors[row * 4 + group] ?? 0);
    }
  };
  const once = toIdf(rowsCount, 1);
  for (let id = 0; id < features.length; id += 1) {
    const count = next();
    const weight = count === 1 ? once : toIdf(rowsCount, count);
    idf[id] = weight;
    readRows(place + count, groupOf(features[id] ?? 0), weight);
    starts[id + 1] = place;
  }
  return {
    lexicon: createLexicon(features),
    space: createVectorSpace(features, { idf, idfMax: toIdf(rowsCount, 0) }),
    index: {
      postings: { starts, rows, values },
      centroidLengths: Float64Array.from(unpackFloats(packed.centroidLengths)),
    },
  };
}

function createReader(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let byte = bytes[at] ?? 0;
    at += 1;
    if (byte < 128) return byte;
    let number = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      number |= (byte & 127) << shift;
    }
    return number;
  };
}
