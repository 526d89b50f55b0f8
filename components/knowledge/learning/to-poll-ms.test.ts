import { expect, test } from "vitest";
import { toPollMs } from "./to-poll-ms.ts";

test("a look that has just begun is followed closely, a long one every five seconds, and none hardly at all", () => {
  expect([0, 7_000, 20_000, 600_000].map((ageMs) => toPollMs({ ageMs }))).toEqual([700, 700, 2_000, 5_000]);
  expect(toPollMs(null)).toBe(30_000);
});
