import type { RowVectors } from "./learn-vectors.ts";
import { classOf, ELSEWHERE_OWNER } from "./row-table.ts";

/**
 * How much each row pulls towards (above 0) or pushes away from (below 0) each class: class c has the rows and values
 * from starts[c] up to starts[c + 1].
 */
export type Pulls = {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
};

/** Slack of the margin: 1 is the usual value and was best in trials. */
const COST = 1;
/**
 * Questions from elsewhere are all that a bot with few classes can be told apart from; with many classes the others
 * do that, and pushing hard against everyday talk would cost those classes that are about it.
 */
const ELSEWHERE_COST_MIN = 0.3;
const CLASSES_FOR_FULL_ELSEWHERE = 8;
const PASSES_MAX = 30;
/** Passes over the rows at work between two looks at all rows. */
const INNER_PASSES_MAX = 6;
const TOLERANCE = 0.1;

type Training = {
  readonly vectors: RowVectors;
  readonly owners: Int32Array;
  readonly classesCount: number;
  readonly featuresCount: number;
  /** Pulls that are nearly right, as of a training on nearly the same rows: the way from there is short. */
  readonly from?: Pulls;
};

/**
 * Trains one linear separator a class (L2-loss support vector machine, dual coordinate descent over the rows that
 * matter). The result is in dual form, a pull per row and class: far smaller to store than weights per feature.
 * Deterministic: the same rows give the same pulls. A class that no row speaks for gets none.
 */
export function trainSeparators({ vectors, owners, classesCount, featuresCount, from }: Training): Pulls {
  const elsewhereCost = Math.max(
    ELSEWHERE_COST_MIN,
    Math.min(COST, CLASSES_FOR_FULL_ELSEWHERE / classesCount),
  );
  const slacks = Float64Array.from(
    owners,
    (owner) => 1 / (2 * (owner === ELSEWHERE_OWNER ? elsewhereCost : COST)),
  );
  const lengths = Float64Array.from(owners, (_, row) => 1 + squaredLength(vectors, row));
  const weights = new Float64Array(featuresCount + 1);
  const spoken = new Set(owners);
  const pulls: PullsList = { starts: new Int32Array(classesCount + 1), rows: [], values: [] };
  for (let classIndex = 0; classIndex < classesCount; classIndex += 1) {
    if (spoken.has(classIndex)) {
      const signs = owners.map((owner) => signFor(owner, classIndex));
      const problem: Problem = { vectors, slacks, lengths, signs, weights: weights.fill(0) };
      const start = startFrom(problem, from, classIndex);
      listPulls(descend(problem, { seed: classIndex + 1, start }), signs, pulls);
    }
    pulls.starts[classIndex + 1] = pulls.rows.length;
  }
  return { ...pulls, rows: Int32Array.from(pulls.rows), values: Float64Array.from(pulls.values) };
}

type PullsList = { readonly starts: Int32Array; readonly rows: number[]; readonly values: number[] };

function listPulls(duals: Float64Array, signs: Int32Array, { rows, values }: PullsList): void {
  for (const [row, dual] of duals.entries()) {
    if (dual <= 0) continue;
    rows.push(row);
    values.push(dual * (signs[row] ?? 0));
  }
}

/** An author's negative speaks about its own class only: it may well be an example of another. */
function signFor(owner: number, classIndex: number): -1 | 0 | 1 {
  if (owner === classIndex) return 1;
  return owner < ELSEWHERE_OWNER && classOf(owner) !== classIndex ? 0 : -1;
}

type Problem = {
  readonly vectors: RowVectors;
  readonly slacks: Float64Array;
  readonly lengths: Float64Array;
  readonly signs: Int32Array;
  readonly weights: Float64Array;
};

function startFrom(problem: Problem, from: Pulls | undefined, classIndex: number): Float64Array {
  const { signs, weights, vectors } = problem;
  const duals = new Float64Array(signs.length);
  if (from === undefined) return duals;
  for (let at = from.starts[classIndex] ?? 0; at < (from.starts[classIndex + 1] ?? 0); at += 1) {
    const row = from.rows[at] ?? 0;
    duals[row] = Math.abs(from.values[at] ?? 0);
    addRow(vectors, row, { weights, factor: from.values[at] ?? 0 });
  }
  return duals;
}

/**
 * Most rows lie safely on their side and have nothing to say. So after each pass over all rows, only those with a
 * dual above zero are worked on until they are settled; then a pass over all looks whether others have come in.
 */
function descend(
  problem: Problem,
  { seed, start }: { readonly seed: number; readonly start: Float64Array },
): Float64Array {
  const order = Int32Array.from(problem.signs.keys()).filter((row) => problem.signs[row] !== 0);
  const duals = start;
  const random = createRandom(seed);
  let passes = 0;
  while (passes < PASSES_MAX) {
    shuffle(order, order.length, random);
    passes += 1;
    if (sweep(problem, duals, order) <= TOLERANCE) break;
    const working = order.filter((row) => (duals[row] ?? 0) > 0);
    for (let inner = 0; inner < INNER_PASSES_MAX && passes < PASSES_MAX; inner += 1) {
      shuffle(working, working.length, random);
      passes += 1;
      if (sweep(problem, duals, working) <= TOLERANCE / 2) break;
    }
  }
  return duals;
}

/** One pass over the given rows; returns how far apart the gradients are that still pull. */
function sweep(problem: Problem, duals: Float64Array, order: Int32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < order.length; at += 1) {
    const pulling = improve(problem, duals, order[at] ?? 0);
    if (pulling > highest) highest = pulling;
    if (pulling < lowest) lowest = pulling;
  }
  return highest - lowest;
}

/** Brings one row's dual to its best value; returns its gradient before, 0 for a row that lies safely on its side. */
function improve({ vectors, slacks, lengths, signs, weights }: Problem, duals: Float64Array, row: number) {
  const sign = signs[row] ?? 0;
  const dual = duals[row] ?? 0;
  const slack = slacks[row] ?? 0;
  const bias = weights[weights.length - 1] ?? 0;
  const gradient = sign * (dot(vectors, row, weights) + bias) - 1 + dual * slack;
  if (dual === 0 && gradient >= 0) return 0;
  if (Math.abs(gradient) < 1e-12) return gradient;
  const next = Math.max(dual - gradient / ((lengths[row] ?? 1) + slack), 0);
  duals[row] = next;
  addRow(vectors, row, { weights, factor: (next - dual) * sign });
  return gradient;
}

function dot({ starts, ids, values }: RowVectors, row: number, weights: Float64Array): number {
  let sum = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) sum += (values[at] ?? 0) * (weights[ids[at] ?? 0] ?? 0);
  return sum;
}

function squaredLength({ starts, values }: RowVectors, row: number): number {
  let sum = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}

type Step = { readonly weights: Float64Array; readonly factor: number };

function addRow({ starts, ids, values }: RowVectors, row: number, { weights, factor }: Step): void {
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
