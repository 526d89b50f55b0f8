import type { Corpus } from "./corpus.ts";
import { createVectorSpace, type FeatureWeights, type VectorSpace } from "./vector-space.ts";

/** Row r has the features from starts[r] up to starts[r + 1]. */
export type RowVectors = {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
};

type Parts = {
  readonly corpus: Corpus;
  /** Which rows of the corpus to learn from, in rising order. */
  readonly rows: Int32Array;
  /** Background only makes everyday words less telling: a word that is met only there stays unknown. */
  isBackground(row: number): boolean;
};

export type LearntVectors = {
  readonly space: VectorSpace;
  readonly vectors: RowVectors;
  /** Four a row: by which the values of each group of features were multiplied. */
  readonly factors: Float64Array;
};

/** Learns from rows how telling each feature is, and writes the rows as vectors. */
export function learnVectors(parts: Parts): LearntVectors {
  const { starts, ids, counts, lexicon } = parts.corpus;
  const space = createVectorSpace(lexicon.features, weighFeatures(parts));
  const into = { ids: new Int32Array(ids.length), values: new Float64Array(ids.length) };
  const rowStarts = new Int32Array(parts.rows.length + 1);
  const factors = new Float64Array(parts.rows.length * 4);
  for (const [at, row] of parts.rows.entries()) {
    const text = { ids, counts, from: starts[row] ?? 0, to: starts[row + 1] ?? 0 };
    const start = rowStarts[at] ?? 0;
    const written = space.write(text, into, start);
    rowStarts[at + 1] = start + written.length;
    factors.set(written.factors, at * 4);
  }
  return { space, vectors: { starts: rowStarts, ...into }, factors };
}

/** A feature of so many of the rows is this telling. */
export function toIdf(rowsCount: number, count: number): number {
  return Math.log((1 + rowsCount) / (1 + count)) + 1;
}

/** Weighs every feature by the number of rows that have it; 0 is one that no example has. */
function weighFeatures({ corpus, rows, isBackground }: Parts): FeatureWeights {
  const documents = new Int32Array(corpus.lexicon.features.length);
  const isKnown = new Uint8Array(documents.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    countRow(corpus, row, { documents, isKnown: isBackground(row) ? null : isKnown });
  }
  const idf = new Float64Array(documents.length);
  for (let id = 0; id < idf.length; id += 1) {
    const count = documents[id] ?? 0;
    if (isKnown[id] === 1) idf[id] = toIdf(rows.length, count);
  }
  return { idf, idfMax: toIdf(rows.length, 0) };
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
