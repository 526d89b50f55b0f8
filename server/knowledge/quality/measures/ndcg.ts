import type { Interval } from "./wilson.ts";

/**
 * How well a list of found things is ordered, 0 to 1 (Järvelin and Kekäläinen 2002, with the gains 2^grade - 1 of Burges 2005): 1 when
 * the best stand first. `grades` are those of the list as it was found, `ideal` those of everything that should have been found.
 */
export function toNdcg(grades: readonly number[], ideal: readonly number[], depth: number): number {
  const best = toDcg(
    ideal.toSorted((a, b) => b - a),
    depth,
  );
  return best === 0 ? 0 : toDcg(grades, depth) / best;
}

function toDcg(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

const Z = 1.959964;

/** The mean of values between 0 and 1 with its 95 % interval (normal approximation; fair from some 30 values on). */
export function toMean(values: readonly number[]): { readonly mean: number; readonly interval: Interval } {
  const count = values.length;
  if (count < 2) return { mean: values[0] ?? 0, interval: { low: 0, high: 1 } };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const reach = (Z * spread) / Math.sqrt(count);
  return { mean, interval: { low: Math.max(0, mean - reach), high: Math.min(1, mean + reach) } };
}
