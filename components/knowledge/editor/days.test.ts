import { expect, test } from "vitest";
import { toDay, toDayEnd, toDayStart } from "./days.ts";

test("a day comes back as the day it was, at its start and at its end", () => {
  expect(toDay(toDayStart("2026-12-31"))).toBe("2026-12-31");
  expect(toDay(toDayEnd("2026-12-31"))).toBe("2026-12-31");
  expect(Date.parse(toDayEnd("2026-12-31") ?? "")).toBeGreaterThan(
    Date.parse(toDayStart("2026-12-31") ?? ""),
  );
});

test("no day is none", () => {
  expect([toDayStart(""), toDayEnd(""), toDay(null)]).toEqual([null, null, ""]);
  expect(toDayStart("abc")).toBeNull();
});
