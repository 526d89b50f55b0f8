import { addSimilarities, type Postings } from "./postings.ts";
import type { Pulls } from "./train-separators.ts";
import type { TextVector } from "./vector-space.ts";

type Parts = {
  readonly pulls: Pulls;
  readonly owners: Int32Array;
  readonly classesCount: number;
  readonly postings: Postings;
};

type Walk = {
  readonly query: TextVector;
  /** All zero before, complete after. */
  readonly similarities: Float64Array;
  readonly into: Float64Array;
};

export type Separators = { decide(walk: Walk): void };

/** What training would come to for a class that no row speaks for: it lies beyond its margin everywhere. */
const BIAS_WITHOUT_EXAMPLES = -1;

/**
 * Says on which side of each class's separator a text lies. A rare feature is followed to its few rows and their
 * pulls; a feature of many rows keeps its weight for every class, because the way over its rows would be longer.
 */
export function createSeparators({ pulls, owners, classesCount, postings }: Parts): Separators {
  const biases = toBiases(pulls, owners, classesCount);
  const byRow = toRowOrder(pulls, owners.length);
  const pullsOfRow = Math.max(1, pulls.rows.length / Math.max(1, owners.length));
  const rowsMax = classesCount / pullsOfRow;
  const weightsOf = createClassWeights(postings, byRow, classesCount);

  const isRare = (id: number) => (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0) <= rowsMax;

  const addRare = ({ query, similarities }: Walk): void => {
    for (let at = 0; at < query.length; at += 1) {
      const id = query.ids[at] ?? 0;
      if (isRare(id)) addSimilarities(postings, { id, value: query.values[at] ?? 0 }, similarities);
    }
  };
  const addFrequent = ({ query, similarities, into }: Walk): void => {
    for (let at = 0; at < query.length; at += 1) {
      const id = query.ids[at] ?? 0;
      const value = query.values[at] ?? 0;
      if (isRare(id)) continue;
      addSimilarities(postings, { id, value }, similarities);
      addScaled(into, weightsOf(id), value);
    }
  };
  const decide = (walk: Walk): void => {
    walk.into.set(biases);
    addRare(walk);
    for (let row = 0; row < owners.length; row += 1) {
      const similarity = walk.similarities[row] ?? 0;
      if (similarity !== 0) addRowPulls(byRow, row, { factor: similarity, into: walk.into });
    }
    addFrequent(walk);
  };
  return { decide };
}

function toBiases({ starts, values }: Pulls, owners: Int32Array, classesCount: number): Float64Array {
  const biases = new Float64Array(classesCount).fill(BIAS_WITHOUT_EXAMPLES);
  for (const owner of owners) if (owner >= 0) biases[owner] = 0;
  for (let classIndex = 0; classIndex < classesCount; classIndex += 1) {
    for (let at = starts[classIndex] ?? 0; at < (starts[classIndex + 1] ?? 0); at += 1) {
      biases[classIndex] = (biases[classIndex] ?? 0) + (values[at] ?? 0);
    }
  }
  return biases;
}

type RowPulls = { readonly starts: Int32Array; readonly classes: Int32Array; readonly values: Float64Array };

function toRowOrder({ starts, rows, values }: Pulls, rowsCount: number): RowPulls {
  const rowStarts = new Int32Array(rowsCount + 1);
  for (const row of rows) rowStarts[row + 1] = (rowStarts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rowsCount; row += 1) {
    rowStarts[row + 1] = (rowStarts[row + 1] ?? 0) + (rowStarts[row] ?? 0);
  }
  const next = rowStarts.slice();
  const classes = new Int32Array(rows.length);
  const ordered = new Float64Array(rows.length);
  for (let classIndex = 0; classIndex + 1 < starts.length; classIndex += 1) {
    for (let at = starts[classIndex] ?? 0; at < (starts[classIndex + 1] ?? 0); at += 1) {
      const place = next[rows[at] ?? 0] ?? 0;
      classes[place] = classIndex;
      ordered[place] = values[at] ?? 0;
      next[rows[at] ?? 0] = place + 1;
    }
  }
  return { starts: rowStarts, classes, values: ordered };
}

type Step = { readonly factor: number; readonly into: Float64Array };

function addRowPulls({ starts, classes, values }: RowPulls, row: number, { factor, into }: Step): void {
  const end = starts[row + 1] ?? 0;
  for (let place = starts[row] ?? 0; place < end; place += 1) {
    const classIndex = classes[place] ?? 0;
    into[classIndex] = (into[classIndex] ?? 0) + (values[place] ?? 0) * factor;
  }
}

function addScaled(into: Float64Array, weights: Float64Array, factor: number): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) + (weights[at] ?? 0) * factor;
}

/** Weighs a feature for every class when it is first asked for: all features at once would hold up the first match. */
function createClassWeights(
  { starts, rows, values }: Postings,
  byRow: RowPulls,
  classesCount: number,
): (id: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const weights = new Float64Array(classesCount);
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1) {
      addRowPulls(byRow, rows[at] ?? 0, { factor: values[at] ?? 0, into: weights });
    }
    known.set(id, weights);
    return weights;
  };
}
