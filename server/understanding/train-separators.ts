import type { TextVector } from "./vector-space.ts";

/** One row of training data: a positive or negative example of a class, or (class null) a negative for every class. */
export type TrainingRow = {
  readonly vector: TextVector;
  readonly classIndex: number | null;
  readonly isNegative: boolean;
};

/** How much one row pulls towards (above 0) or pushes away from (below 0) each class. */
export type RowPulls = readonly (readonly [classIndex: number, pull: number])[];

/** Slack of the margin: 1 is the usual value and was best in trials. */
const COST = 1;
/**
 * Questions from elsewhere are all that a bot with few classes can be told apart from; with many classes the others
 * do that, and pushing hard against everyday talk would cost those classes that are about it.
 */
const ELSEWHERE_COST_MIN = 0.3;
const CLASSES_FOR_FULL_ELSEWHERE = 8;
const PASSES_MAX = 30;
const TOLERANCE = 0.1;

type Sparse = { readonly starts: Int32Array; readonly ids: Int32Array; readonly values: Float64Array };

/**
 * Trains one linear separator a class (L2-loss support vector machine, dual coordinate descent with shrinking).
 * The result is in dual form, a pull per row and class: far smaller to store than weights per feature.
 * Deterministic: the same rows give the same pulls.
 */
export function trainSeparators(
  rows: readonly TrainingRow[],
  classesCount: number,
  featuresCount: number,
): readonly RowPulls[] {
  const data = toSparse(rows);
  const elsewhereCost = Math.max(
    ELSEWHERE_COST_MIN,
    Math.min(COST, CLASSES_FOR_FULL_ELSEWHERE / classesCount),
  );
  const slacks = Float64Array.from(rows, (row) => 1 / (2 * (row.classIndex === null ? elsewhereCost : COST)));
  const lengths = Float64Array.from(rows, (_, row) => 1 + squaredLength(data, row));
  const pulls: [number, number][][] = rows.map(() => []);
  const weights = new Float64Array(featuresCount + 1);
  for (let classIndex = 0; classIndex < classesCount; classIndex += 1) {
    const signs = Int8Array.from(rows, (row) => signFor(row, classIndex));
    const duals = descend({ data, slacks, lengths, signs, weights: weights.fill(0), seed: classIndex + 1 });
    for (let row = 0; row < rows.length; row += 1) {
      const dual = duals[row] ?? 0;
      if (dual > 0) pulls[row]?.push([classIndex, dual * (signs[row] ?? 0)]);
    }
  }
  return pulls;
}

/** An author's negative speaks about its own class only: it may well be an example of another. */
function signFor(row: TrainingRow, classIndex: number): -1 | 0 | 1 {
  if (row.classIndex === classIndex) return row.isNegative ? -1 : 1;
  return row.isNegative && row.classIndex !== null ? 0 : -1;
}

type Problem = {
  readonly data: Sparse;
  readonly slacks: Float64Array;
  readonly lengths: Float64Array;
  readonly signs: Int8Array;
  readonly weights: Float64Array;
};

/** Rows from `active` on are at rest: their example lies safely on its side. */
type Progress = {
  readonly duals: Float64Array;
  readonly order: Int32Array;
  active: number;
  restAbove: number;
};

function descend(problem: Problem & { readonly seed: number }): Float64Array {
  const { signs, seed } = problem;
  const duals = new Float64Array(signs.length);
  const order = Int32Array.from(signs.keys()).filter((row) => signs[row] !== 0);
  const progress: Progress = { duals, order, active: order.length, restAbove: Number.POSITIVE_INFINITY };
  const random = createRandom(seed);
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    shuffle(order, progress.active, random);
    const { highest, lowest } = sweep(problem, progress);
    const isSettled = highest - lowest <= TOLERANCE;
    if (isSettled && progress.active === order.length) break;
    if (isSettled) progress.active = order.length;
    progress.restAbove = isSettled || highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
  return duals;
}

/** One pass over the active rows; returns the range of the gradients that still pull. */
function sweep(problem: Problem, progress: Progress): { readonly highest: number; readonly lowest: number } {
  const { data, slacks, lengths, signs, weights } = problem;
  const { duals, order } = progress;
  const bias = weights.length - 1;
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < progress.active; at += 1) {
    const row = order[at] ?? 0;
    const sign = signs[row] ?? 0;
    const dual = duals[row] ?? 0;
    const slack = slacks[row] ?? 0;
    const gradient = sign * (dot(data, row, weights) + (weights[bias] ?? 0)) - 1 + dual * slack;
    if (dual === 0 && gradient > progress.restAbove) {
      putToRest(progress, at);
      at -= 1;
      continue;
    }
    const pulling = dual === 0 ? Math.min(gradient, 0) : gradient;
    highest = Math.max(highest, pulling);
    lowest = Math.min(lowest, pulling);
    if (Math.abs(pulling) < 1e-12) continue;
    const next = Math.max(dual - gradient / ((lengths[row] ?? 1) + slack), 0);
    duals[row] = next;
    addRow(data, row, { weights, factor: (next - dual) * sign });
  }
  return { highest, lowest };
}

function putToRest(progress: Progress, at: number): void {
  const { order } = progress;
  progress.active -= 1;
  const row = order[at] ?? 0;
  order[at] = order[progress.active] ?? 0;
  order[progress.active] = row;
}

function toSparse(rows: readonly TrainingRow[]): Sparse {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { vector }] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + vector.ids.length;
  const ids = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float64Array(ids.length);
  for (const [row, { vector }] of rows.entries()) {
    ids.set(vector.ids, starts[row]);
    values.set(vector.values, starts[row]);
  }
  return { starts, ids, values };
}

function dot({ starts, ids, values }: Sparse, row: number, weights: Float64Array): number {
  let sum = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) sum += (values[at] ?? 0) * (weights[ids[at] ?? 0] ?? 0);
  return sum;
}

function squaredLength({ starts, values }: Sparse, row: number): number {
  let sum = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}

type Step = { readonly weights: Float64Array; readonly factor: number };

function addRow({ starts, ids, values }: Sparse, row: number, { weights, factor }: Step): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + (values[at] ?? 0) * factor;
  }
  const bias = weights.length - 1;
  weights[bias] = (weights[bias] ?? 0) + factor;
}

/** A small generator with a fixed seed: training must not depend on the machine's randomness. */
export function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle(order: Int32Array | number[], count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
