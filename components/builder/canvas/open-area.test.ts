import { expect, test } from "vitest";
import { cutCovered, toFitPadding, toRevealShift } from "./open-area.ts";

const canvas = { left: 200, top: 100, right: 1_400, bottom: 900 };
const panel = { left: 1_020, top: 50, right: 1_400, bottom: 900 };
const sheet = { left: 0, top: 300, right: 1_600, bottom: 900 };
const box = (left: number, top: number, height = 120) => ({
  left,
  top,
  right: left + 248,
  bottom: top + height,
});

test("panels at the right take their width from the canvas, a sheet its height", () => {
  expect(cutCovered(canvas, [])).toEqual(canvas);
  expect(cutCovered(canvas, [panel])).toEqual({ ...canvas, right: 1_020 });
  expect(cutCovered(canvas, [panel, { ...panel, left: 620, right: 1_020 }])).toEqual({
    ...canvas,
    right: 620,
  });
  expect(cutCovered(canvas, [sheet])).toEqual({ ...canvas, bottom: 300 });
});

test("a panel beside the canvas takes nothing from it", () => {
  expect(cutCovered(canvas, [{ ...panel, left: 1_400, right: 1_700 }])).toEqual(canvas);
});

test("a node that can be seen stays where it is, also one that the canvas's own edge cuts off", () => {
  const areas = { canvas, open: cutCovered(canvas, [panel]) };
  expect(toRevealShift(box(400, 300), areas)).toEqual({ x: 0, y: 0 });
  expect(toRevealShift(box(100, 850), areas)).toEqual({ x: 0, y: 0 });
  expect(toRevealShift(box(1_300, 300), { canvas, open: canvas })).toEqual({ x: 0, y: 0 });
});

test("a node under the panel comes out of it, and no further", () => {
  const areas = { canvas, open: cutCovered(canvas, [panel]) };
  const { x, y } = toRevealShift(box(1_000, 300), areas);
  expect(1_000 + 248 + x).toBe(1_020 - 40);
  expect(y).toBe(0);
});

test("a node that is larger than what can be seen shows its beginning", () => {
  const areas = { canvas, open: cutCovered(canvas, [sheet]) };
  const { x, y } = toRevealShift(box(400, 280, 600), areas);
  expect(x).toBe(0);
  expect(280 + y).toBe(140);
});

test("a fitted flow keeps clear of the panel", () => {
  expect(toFitPadding({ canvas, open: canvas })).toEqual({
    left: "84px",
    right: "84px",
    top: "56px",
    bottom: "56px",
  });
  expect(toFitPadding({ canvas, open: cutCovered(canvas, [panel]) }).right).toBe("437px");
});
