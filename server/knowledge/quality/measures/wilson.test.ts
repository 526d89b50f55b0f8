import { expect, test } from "vitest";
import { toWilson } from "./wilson.ts";

const inPercent = (hits: number, count: number) => {
  const { low, high } = toWilson(hits, count);
  return [low, high].map((share) => Math.round(share * 1000) / 10);
};

test("gives the published intervals", () => {
  expect(inPercent(43, 50)).toEqual([73.8, 93.0]);
  expect(inPercent(850, 1000)).toEqual([82.7, 87.1]);
  // Newcombe, Statistics in Medicine 1998, table I, method 3.
  expect(inPercent(81, 263)).toEqual([25.5, 36.6]);
  expect(inPercent(15, 148)).toEqual([6.2, 16.0]);
  expect(inPercent(0, 20)).toEqual([0, 16.1]);
  expect(inPercent(1, 29)).toEqual([0.6, 17.2]);
});

test("stays between 0 and 1, and knows nothing of nothing", () => {
  expect(toWilson(0, 0)).toEqual({ low: 0, high: 1 });
  expect(toWilson(20, 20).high).toBe(1);
  expect(toWilson(1, 1).low).toBeGreaterThan(0);
});
