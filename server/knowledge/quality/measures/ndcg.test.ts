import { expect, test } from "vitest";
import { toMean, toNdcg } from "./ndcg.ts";

test("gives the value that its gains and discounts give by hand", () => {
  // 3/1 + 7/1.58496 + 0 + 0 + 1/2.58496, over 7/1 + 3/1.58496 + 1/2.
  expect(toNdcg([2, 3, 0, 0, 1], [3, 2, 1], 5)).toBeCloseTo(0.8308, 4);
  // The second best first: 1/1 + 3/log2(3) over 3/1 + 1/log2(3).
  expect(toNdcg([1, 2], [2, 1], 5)).toBeCloseTo(0.7967, 4);
});

test("is 1 for the best order, 0 where nothing was found, and looks no deeper than asked", () => {
  expect(toNdcg([2, 1, 0], [1, 2], 5)).toBe(1);
  expect(toNdcg([], [2], 5)).toBe(0);
  expect(toNdcg([0, 0, 0, 0, 0, 2], [2], 5)).toBe(0);
  expect(toNdcg([0, 0], [], 5)).toBe(0);
});

test("a mean has the interval of a share, which is never empty and narrows with more values", () => {
  expect(toMean([1, 0.5, 0, 1]).mean).toBe(0.625);
  expect(toMean(Array.from({ length: 50 }, (_, at) => (at < 43 ? 1 : 0))).interval).toEqual({
    low: expect.closeTo(0.738, 3),
    high: expect.closeTo(0.93, 3),
  });
  expect(toMean(Array.from({ length: 50 }, () => 1)).interval.low).toBeCloseTo(0.929, 3);
  expect(toMean([])).toEqual({ mean: 0, interval: { low: 0, high: 1 } });
});
