import { describe, expect, test } from "vitest";
import { coverageAtPrecision, macroF1, meanReciprocalRank, measureRefusals, recallAt } from "./metrics.ts";

const judged = (expected: string | null, given: string | null, score = 1) => ({ expected, given, score });

describe("macro-F1", () => {
  test("weighs a rare label like a frequent one", () => {
    const rows = [judged("a", "a"), judged("a", "a"), judged("a", "a"), judged("b", "a")];
    // a: precision 3/4, recall 1, F1 6/7; b: 0.
    expect(macroF1(rows)).toBeCloseTo(3 / 7, 10);
  });
  test("a refusal costs recall, and a label that was never expected counts as missed", () => {
    expect(macroF1([judged("a", "a"), judged("a", null)])).toBeCloseTo(2 / 3, 10);
    expect(macroF1([judged("a", "a"), judged(null, "b")])).toBeCloseTo(1 / 2, 10);
  });
});

describe("coverage at a precision", () => {
  test("goes as deep as the answers are right often enough, not only to the first mistake", () => {
    const rows = [judged("a", "a", 0.9), judged("b", "c", 0.8), judged("d", "d", 0.7), judged("e", "e", 0.6)];
    expect(coverageAtPrecision(rows, 0.75)).toBe(1);
    expect(coverageAtPrecision(rows, 0.9)).toBe(1 / 4);
  });
  test("an answer to a question that has none is wrong, and covers nothing", () => {
    expect(coverageAtPrecision([judged(null, "a", 0.9), judged("b", "b", 0.8)], 0.95)).toBe(0);
  });
  test("equal scores cannot be told apart by a threshold", () => {
    expect(coverageAtPrecision([judged("a", "a", 0.8), judged("b", "c", 0.8)], 0.95)).toBe(0);
  });
});

test("refusals: recall over what has no answer, precision over what was refused", () => {
  const rows = [judged(null, null), judged(null, "a"), judged("b", null), judged("c", "c")];
  expect(measureRefusals(rows)).toEqual({ recall: 0.5, precision: 0.5 });
});

test("ranks: MRR and recall at a depth", () => {
  expect(meanReciprocalRank([0, 1, -1])).toBeCloseTo(0.5, 10);
  expect(recallAt([0, 4, 5, -1], 5)).toBe(0.5);
});
