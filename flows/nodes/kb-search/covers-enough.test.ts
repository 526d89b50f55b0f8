import { expect, test } from "vitest";
import { COVERAGE_MIN, coversEnough } from "./covers-enough.ts";

test("a passage is said from the usual share on, and from half of it where it names the part that was asked for", () => {
  expect(coversEnough({ coverage: COVERAGE_MIN, matchesCode: false })).toBe(true);
  expect(coversEnough({ coverage: COVERAGE_MIN - 0.01, matchesCode: false })).toBe(false);
  expect(coversEnough({ coverage: COVERAGE_MIN / 2, matchesCode: true })).toBe(true);
});

test("a node that asks for less is content with less", () => {
  expect(coversEnough({ coverage: 0.2, matchesCode: false }, 0.2)).toBe(true);
});
