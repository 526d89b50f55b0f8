import { expect, test } from "vitest";
import { followSheet, startPlace } from "./follow-sheet.ts";

const follow = (...steps: readonly (readonly [openId: string | null, isReplaced?: boolean])[]) =>
  steps.reduce(
    (place, [openId, isReplaced = false]) => followSheet(place, openId, isReplaced),
    startPlace(null),
  ).isAboveList;

test("what is opened from the list stands above it, and so does what was saved in its place", () => {
  expect(follow(["a"])).toBe(true);
  expect(follow(["new"], ["a", true])).toBe(true);
  expect(follow(["a"], [null], ["b"])).toBe(true);
});

test("what is opened from within a sheet stands above that one, whatever replaces it", () => {
  expect(follow(["new"], ["a"])).toBe(false);
  expect(follow(["new"], ["a"], ["b", true])).toBe(false);
});

test("an address that was opened by itself has no list below", () => {
  expect(startPlace("a").isAboveList).toBe(false);
  expect(followSheet(startPlace("new"), "a", true).isAboveList).toBe(false);
});

test("the same address again changes nothing", () => {
  expect(follow(["a"], ["a"])).toBe(true);
});
