import { describe, expect, it } from "vitest";
import { copyToWorkdays, isOvernight, nextInterval, toClock, toWeek, withDay } from "./week.ts";

const monday = { day: 1, from: "09:00", to: "12:00" };
const sunday = { day: 7, from: "10:00", to: "16:00" };

describe("a week of hours", () => {
  it("reads what is stored and leaves out what is no interval", () => {
    expect(toWeek([monday, { day: "x" }, 7, { from: "1", to: "2" }])).toEqual([monday]);
  });

  it("changes one day and keeps the days in order", () => {
    const changed = withDay([sunday, monday], 3, [{ from: "08:00", to: "10:00" }]);
    expect(changed.map(({ day }) => day)).toEqual([1, 3, 7]);
    expect(withDay(changed, 1, []).map(({ day }) => day)).toEqual([3, 7]);
  });

  it("goes on where the last interval ended", () => {
    expect(nextInterval([])).toEqual({ from: "09:00", to: "18:00" });
    expect(nextInterval([monday])).toEqual({ from: "12:00", to: "21:00" });
  });

  it("copies Monday to the other working days only", () => {
    expect(copyToWorkdays([monday, sunday]).map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 7]);
  });

  it("reads times as people type them", () => {
    expect(["9", "930", "9：30", "09:00", "24:00"].map(toClock)).toEqual([
      "09:00",
      "09:30",
      "09:30",
      "09:00",
      "24:00",
    ]);
    expect(["25", "9:7", "abc", "24:30"].map(toClock)).toEqual([null, null, null, null]);
  });

  it("knows hours that last into the next day", () => {
    expect(isOvernight({ from: "22:00", to: "06:00" })).toBe(true);
    expect(isOvernight({ from: "09:00", to: "24:00" })).toBe(false);
    expect(isOvernight({ from: "09:00", to: "18:00" })).toBe(false);
  });
});
