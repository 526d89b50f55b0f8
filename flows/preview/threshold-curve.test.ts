import { expect, test } from "vitest";
import type { LearningReport, Taken } from "./learning-report.ts";
import { actAt, adviseThreshold, listPoints } from "./threshold-curve.ts";

const toReport = (taken: readonly Taken[], measured = { answered: 0, right: 0 }): LearningReport => ({
  ...{ asked: 100, right: 90, confusions: [], taken, measured },
});

const refund: Taken = {
  ...{ id: "refund", threshold: 0.45 },
  at: [
    [300, 10, 4],
    [500, 20, 15],
    [800, 40, 40],
  ],
};
const invoice: Taken = { id: "invoice", threshold: 0.6, at: [[550, 10, 9]] };

test("a sentence is acted on up to its own score, that included", () => {
  const report = toReport([refund, invoice]);
  expect(actAt(report, () => 0)).toEqual({ answered: 80, right: 68 });
  expect(actAt(report, () => 0.5)).toEqual({ answered: 70, right: 64 });
  expect(actAt(report, () => 0.501)).toEqual({ answered: 50, right: 49 });
  expect(actAt(report, (id) => (id === "refund" ? 0.9 : 0.55))).toEqual({ answered: 10, right: 9 });
});

test("the curve runs from 0 to 1, and fewer are answered the further it goes", () => {
  const points = listPoints(toReport([refund, invoice]));
  expect(points[0]).toEqual({ threshold: 0, answered: 80, right: 68 });
  expect(points.at(-1)).toEqual({ threshold: 1, answered: 0, right: 0 });
  const answered = points.map((point) => point.answered);
  expect(answered).toEqual([...answered].sort((a, b) => b - a));
});

test("what was measured is advised as long as nine in ten of its answers are right", () => {
  expect(adviseThreshold(toReport([refund], { answered: 60, right: 55 }))).toEqual({ type: "measured" });
});

test("else the lowest threshold above it from which they are", () => {
  const advice = adviseThreshold(toReport([refund, invoice], { answered: 70, right: 60 }));
  expect(advice).toEqual({ type: "threshold", threshold: 0.5 });
});

test("a lower one than was measured is never advised, however right it were", () => {
  const certain: Taken = { id: "refund", threshold: 0.7, at: [[650, 50, 50]] };
  expect(adviseThreshold(toReport([certain]))).toEqual({ type: "none" });
});

test("where no threshold helps, none is advised, nor by a few answers that happen to be right", () => {
  const mixed: Taken = {
    ...{ id: "refund", threshold: 0.45 },
    at: [
      [700, 40, 20],
      [950, 5, 5],
    ],
  };
  expect(adviseThreshold(toReport([mixed], { answered: 45, right: 25 }))).toEqual({ type: "none" });
  expect(adviseThreshold(toReport([]))).toEqual({ type: "none" });
});
