import type { TextFeatures } from "./extract-features.ts";
import { measureSignals } from "./measure-signals.ts";
import type { RowPulls } from "./train-separators.ts";
import type { TextVector, VectorSpace } from "./vector-space.ts";

export type RankedRow = {
  readonly features: TextFeatures;
  readonly vector: TextVector;
  readonly classIndex: number | null;
  readonly isNegative: boolean;
};

/** How near a text is to one class, seen in four ways, and the sum that ranks. */
export type ClassStanding = {
  readonly classIndex: number;
  readonly score: number;
  readonly decision: number;
  readonly nearest: number;
  readonly nearestRow: number;
  readonly nearestNegative: number;
  readonly centroid: number;
};

export type Ranking = { readonly standings: readonly ClassStanding[]; readonly signals: readonly number[] };
export type Ranker = { rank(features: TextFeatures): Ranking };

type RankerParts = {
  readonly rows: readonly RankedRow[];
  readonly classesCount: number;
  readonly space: VectorSpace;
  /** Null: too many classes to train; nearness alone ranks. */
  readonly pulls: readonly RowPulls[] | null;
};

/** Found on training splits: with separators nearness only helps; without them it must do alone. */
const WITH_SEPARATORS = { decision: 1, nearest: 0.7, centroid: 0.5 };
const WITHOUT_SEPARATORS = { decision: 0, nearest: 1, centroid: 0.3 };

/** Ranks classes for a text. All of a query's work is one walk over the rows that share a feature with it. */
export function createRanker({ rows, classesCount, space, pulls }: RankerParts): Ranker {
  const postings = toPostings(rows, space.size);
  const flat = pulls === null ? null : flatten(pulls, classesCount);
  const lengths = centroidLengths(rows, classesCount, space.size);
  const weights = pulls === null ? WITHOUT_SEPARATORS : WITH_SEPARATORS;
  const similarities = new Float64Array(rows.length);

  const rank = (features: TextFeatures): Ranking => {
    const query = space.toVector(features);
    fillSimilarities(postings, query, similarities.fill(0));
    const decisions = flat === null ? new Float64Array(classesCount) : decide(flat, similarities);
    const found = gather(rows, similarities, classesCount);
    const standings = Array.from({ length: classesCount }, (_, classIndex): ClassStanding => {
      const decision = decisions[classIndex] ?? 0;
      const nearest = found.nearest[classIndex] ?? 0;
      const centroid = (found.sums[classIndex] ?? 0) / (lengths[classIndex] || 1);
      const score = weights.decision * decision + weights.nearest * nearest + weights.centroid * centroid;
      const nearestRow = found.nearestRow[classIndex] ?? -1;
      const nearestNegative = found.nearestNegative[classIndex] ?? 0;
      return { classIndex, score, decision, nearest, nearestRow, nearestNegative, centroid };
    });
    standings.sort((a, b) => b.score - a.score || a.classIndex - b.classIndex);
    const nearestElsewhere = found.nearestElsewhere;
    return {
      standings,
      signals: measureSignals({ features, query, standings, rows, space, nearestElsewhere }),
    };
  };
  return { rank };
}

type Postings = { readonly starts: Int32Array; readonly rows: Int32Array; readonly values: Float32Array };

function toPostings(rows: readonly RankedRow[], featuresCount: number): Postings {
  const starts = new Int32Array(featuresCount + 1);
  for (const { vector } of rows) for (const id of vector.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < featuresCount; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const owners = new Int32Array(starts[featuresCount] ?? 0);
  const values = new Float32Array(owners.length);
  for (const [row, { vector }] of rows.entries()) {
    for (const [at, id] of vector.ids.entries()) {
      const place = next[id] ?? 0;
      owners[place] = row;
      values[place] = vector.values[at] ?? 0;
      next[id] = place + 1;
    }
  }
  return { starts, rows: owners, values };
}

function fillSimilarities({ starts, rows, values }: Postings, query: TextVector, into: Float64Array): void {
  for (const [at, id] of query.ids.entries()) {
    const value = query.values[at] ?? 0;
    const end = starts[id + 1] ?? 0;
    for (let place = starts[id] ?? 0; place < end; place += 1) {
      const row = rows[place] ?? 0;
      into[row] = (into[row] ?? 0) + (values[place] ?? 0) * value;
    }
  }
}

type FlatPulls = {
  readonly starts: Int32Array;
  readonly classes: Uint16Array;
  readonly pulls: Float32Array;
  readonly biases: Float64Array;
};

function flatten(pulls: readonly RowPulls[], classesCount: number): FlatPulls {
  const starts = new Int32Array(pulls.length + 1);
  for (const [row, list] of pulls.entries()) starts[row + 1] = (starts[row] ?? 0) + list.length;
  const classes = new Uint16Array(starts[pulls.length] ?? 0);
  const values = new Float32Array(classes.length);
  const biases = new Float64Array(classesCount);
  let place = 0;
  for (const list of pulls) {
    for (const [classIndex, pull] of list) {
      classes[place] = classIndex;
      values[place] = pull;
      biases[classIndex] = (biases[classIndex] ?? 0) + pull;
      place += 1;
    }
  }
  return { starts, classes, pulls: values, biases };
}

function decide({ starts, classes, pulls, biases }: FlatPulls, similarities: Float64Array): Float64Array {
  const decisions = biases.slice();
  for (let row = 0; row < similarities.length; row += 1) {
    const similarity = similarities[row] ?? 0;
    if (similarity === 0) continue;
    const end = starts[row + 1] ?? 0;
    for (let place = starts[row] ?? 0; place < end; place += 1) {
      const classIndex = classes[place] ?? 0;
      decisions[classIndex] = (decisions[classIndex] ?? 0) + (pulls[place] ?? 0) * similarity;
    }
  }
  return decisions;
}

type Found = {
  readonly nearest: Float64Array;
  readonly nearestRow: Int32Array;
  readonly nearestNegative: Float64Array;
  readonly sums: Float64Array;
  readonly nearestElsewhere: number;
};

function gather(rows: readonly RankedRow[], similarities: Float64Array, classesCount: number): Found {
  const nearest = new Float64Array(classesCount);
  const nearestRow = new Int32Array(classesCount).fill(-1);
  const nearestNegative = new Float64Array(classesCount);
  const sums = new Float64Array(classesCount);
  let nearestElsewhere = 0;
  for (const [row, { classIndex, isNegative }] of rows.entries()) {
    const similarity = similarities[row] ?? 0;
    if (similarity === 0) continue;
    if (classIndex === null) nearestElsewhere = Math.max(nearestElsewhere, similarity);
    else if (isNegative) nearestNegative[classIndex] = Math.max(nearestNegative[classIndex] ?? 0, similarity);
    else {
      sums[classIndex] = (sums[classIndex] ?? 0) + similarity;
      if (similarity <= (nearest[classIndex] ?? 0)) continue;
      nearest[classIndex] = similarity;
      nearestRow[classIndex] = row;
    }
  }
  return { nearest, nearestRow, nearestNegative, sums, nearestElsewhere };
}

function centroidLengths(
  rows: readonly RankedRow[],
  classesCount: number,
  featuresCount: number,
): Float64Array {
  const lengths = new Float64Array(classesCount);
  const byClass: RankedRow[][] = Array.from({ length: classesCount }, () => []);
  for (const row of rows) if (row.classIndex !== null && !row.isNegative) byClass[row.classIndex]?.push(row);
  const sum = new Float64Array(featuresCount);
  for (const [classIndex, members] of byClass.entries()) {
    sum.fill(0);
    for (const { vector } of members) {
      for (const [at, id] of vector.ids.entries()) sum[id] = (sum[id] ?? 0) + (vector.values[at] ?? 0);
    }
    lengths[classIndex] = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  }
  return lengths;
}
