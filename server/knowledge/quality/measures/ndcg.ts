import { type Interval, toWilson } from "./wilson.ts";

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

/**
 * The mean of values between 0 and 1 with an interval that holds it in 95 % of cases or more: Wilson's, as if each were a hit or a miss.
 * Nothing between 0 and 1 varies more than that, and where all values are equal it still says how few they are.
 */
export function toMean(values: readonly number[]): { readonly mean: number; readonly interval: Interval } {
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: values.length === 0 ? 0 : sum / values.length, interval: toWilson(sum, values.length) };
}
