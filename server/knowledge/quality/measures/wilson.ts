export type Interval = { readonly low: number; readonly high: number };

/** Two-sided 95 %. */
const Z = 1.959964;

/**
 * The 95 % interval of a share by Wilson's score method (E. B. Wilson, JASA 1927): honest for small samples and for shares near 0
 * and 1, where the usual ± reaches past them. All there is to know of nothing is 0 to 1.
 */
export function toWilson(hits: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const square = Z ** 2 / count;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share) + square / 4) / count);
  return {
    low: Math.max(0, (middle - reach) / (1 + square)),
    high: Math.min(1, (middle + reach) / (1 + square)),
  };
}
