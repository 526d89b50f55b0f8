import { expect, it } from "vitest";
import { shareOut } from "./share-out.ts";

it("shares 100 % out without a rest", () => {
  expect(shareOut(2)).toEqual([50, 50]);
  expect(shareOut(3)).toEqual([33.33, 33.33, 33.34]);
  expect(shareOut(7).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 10);
  expect(shareOut(0)).toEqual([]);
});
