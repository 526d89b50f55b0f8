import { expect, test } from "vitest";
import { addDays, toEpochMs, toLocalTime, toWeekday } from "./time-zone-date.ts";

test("shows what the clock shows in that place", () => {
  const at = Date.parse("2026-03-01T16:30:00Z");
  expect(toLocalTime(at, "Asia/Shanghai")).toEqual({ date: "2026-03-02", weekday: 1, minutes: 30 });
  expect(toLocalTime(at, "America/New_York")).toEqual({
    date: "2026-03-01",
    weekday: 7,
    minutes: 11 * 60 + 30,
  });
});

test("finds the moment of a local time, also across a clock change", () => {
  expect(toEpochMs("2026-03-02", 9 * 60, "Asia/Shanghai")).toBe(Date.parse("2026-03-02T01:00:00Z"));
  expect(toEpochMs("2026-03-08", 9 * 60, "America/New_York")).toBe(Date.parse("2026-03-08T13:00:00Z"));
  expect(toEpochMs("2026-03-07", 9 * 60, "America/New_York")).toBe(Date.parse("2026-03-07T14:00:00Z"));
});

test("counts days over months and leap years", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(toWeekday("2026-11-08")).toBe(7);
});
