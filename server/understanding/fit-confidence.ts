/** Coefficients over the signals, the constant last. */
export type Confidence = readonly number[];

export type Observation = {
  readonly signals: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
};

const ROUNDS_MAX = 30;

export function toProbability(confidence: Confidence, signals: readonly number[]): number {
  let sum = confidence[signals.length] ?? 0;
  for (const [at, signal] of signals.entries()) sum += (confidence[at] ?? 0) * signal;
  return 1 / (1 + Math.exp(-sum));
}

type Fit = {
  readonly observations: readonly Observation[];
  readonly prior: Confidence;
  /** How many observations the prior is worth. */
  readonly priorStrength: number;
};

/**
 * Fits a logistic regression that starts from, and is held near, the prior: with few observations the prior
 * speaks, with many the bot's own data does. Newton's method on the posterior mode; deterministic.
 */
export function fitConfidence({ observations, prior, priorStrength }: Fit): Confidence {
  const size = prior.length;
  let current = [...prior];
  for (let round = 0; round < ROUNDS_MAX && observations.length > 0; round += 1) {
    const gradient = current.map((value, at) => priorStrength * (value - (prior[at] ?? 0)));
    const curvature = Array.from({ length: size }, (_, at) => {
      const row = new Array<number>(size).fill(0);
      row[at] = priorStrength;
      return row;
    });
    for (const { signals, isRight, weight } of observations) {
      const probability = toProbability(current, signals);
      const miss = weight * (probability - (isRight ? 1 : 0));
      const spread = weight * Math.max(probability * (1 - probability), 1e-6);
      const input = [...signals, 1];
      for (const [at, value] of input.entries()) {
        gradient[at] = (gradient[at] ?? 0) + miss * value;
        const row = curvature[at] ?? [];
        for (const [other, otherValue] of input.entries()) {
          row[other] = (row[other] ?? 0) + spread * value * otherValue;
        }
      }
    }
    const step = solve(curvature, gradient);
    current = current.map((value, at) => value - Math.max(-4, Math.min(4, step[at] ?? 0)));
    if (step.every((change) => Math.abs(change) < 1e-5)) break;
  }
  return current.map((value) => Math.round(value * 1e4) / 1e4);
}

/** Gaussian elimination with pivoting; the matrix is positive definite because of the prior. */
function solve(matrix: number[][], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const pivotRow = rows[best] ?? [];
    rows[best] = rows[column] ?? [];
    rows[column] = pivotRow;
    const pivot = pivotRow[column] || 1e-12;
    for (let row = column + 1; row < size; row += 1) {
      const target = rows[row] ?? [];
      const factor = (target[column] ?? 0) / pivot;
      for (let at = column; at <= size; at += 1)
        target[at] = (target[at] ?? 0) - factor * (pivotRow[at] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = rows[row]?.[size] ?? 0;
    for (let at = row + 1; at < size; at += 1) value -= (rows[row]?.[at] ?? 0) * (solution[at] ?? 0);
    solution[row] = value / (rows[row]?.[row] || 1e-12);
  }
  return solution;
}
