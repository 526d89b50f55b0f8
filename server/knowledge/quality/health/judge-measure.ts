import { toMean } from "../measures/ndcg.ts";
import { type Interval, toWilson } from "../measures/wilson.ts";

/** Fewer say too little for any number to be shown. */
export const COUNT_MIN = 30;

/** Targets of the brief, sections 3.1 and 3.3 (R31, R50 to R54): a measure must lie above. None of them is a measured value. */
export const TARGETS = {
  accuracy: 0.95,
  coverage: 0.8,
  consistency: 0.9,
  timeliness: 0.95,
  relevance: 0.85,
} as const;

/** `unclear`: the target lies inside the interval, so that only more data can tell. */
export type Verdict = "too_few" | "unclear" | "met" | "missed";

export type Measured = {
  readonly count: number;
  /** Null below `COUNT_MIN`: there is no value without enough data. */
  readonly value: { readonly share: number; readonly interval: Interval } | null;
  readonly verdict: Verdict;
};

export function judgeShare(hits: number, count: number, target: number): Measured {
  if (count < COUNT_MIN) return { count, value: null, verdict: "too_few" };
  const interval = toWilson(hits, count);
  return { count, value: { share: hits / count, interval }, verdict: toVerdict(interval, target) };
}

export function judgeMean(values: readonly number[], target: number): Measured {
  const count = values.length;
  if (count < COUNT_MIN) return { count, value: null, verdict: "too_few" };
  const { mean, interval } = toMean(values);
  return { count, value: { share: mean, interval }, verdict: toVerdict(interval, target) };
}

function toVerdict({ low, high }: Interval, target: number): Verdict {
  if (low > target) return "met";
  return high < target ? "missed" : "unclear";
}
