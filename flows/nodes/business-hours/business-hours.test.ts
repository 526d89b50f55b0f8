import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { businessHoursNode } from "./definition.ts";

const WORK_WEEK = businessHoursNode.defaults().weekly;

/** `local` is Beijing time. */
function portAt(local: string, config: JsonObject = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        hours: { kind: "business-hours", config: { weekly: WORK_WEEK, ...config } },
      },
      wires: ["start.next -> hours"],
    }),
    { registry, at: Date.parse(`${local}:00+08:00`) },
  );
  chat.start();
  return chat.path.find((step) => step.startsWith("hours."))?.slice("hours.".length);
}

test.each([
  ["2026-03-02T08:59", "closed"],
  ["2026-03-02T09:00", "open"],
  ["2026-03-02T17:59", "open"],
  ["2026-03-02T18:00", "closed"],
  ["2026-03-07T12:00", "closed"],
])("keeps the week's hours: %s is %s", (local, port) => {
  expect(portAt(local)).toBe(port);
});

test("closes between two intervals of a day", () => {
  const weekly = [
    { day: 1, from: "09:00", to: "12:00" },
    { day: 1, from: "14:00", to: "18:00" },
  ];
  expect(
    ["T11:59", "T12:00", "T13:59", "T14:00"].map((time) => portAt(`2026-03-02${time}`, { weekly })),
  ).toEqual(["open", "closed", "closed", "open"]);
});

test("keeps a night shift open until the next morning", () => {
  const weekly = [{ day: 7, from: "22:00", to: "06:00" }];
  expect(portAt("2026-03-01T23:00", { weekly })).toBe("open");
  expect(portAt("2026-03-02T05:59", { weekly })).toBe("open");
  expect(portAt("2026-03-02T06:00", { weekly })).toBe("closed");
  expect(portAt("2026-03-02T23:00", { weekly })).toBe("closed");
});

test("takes equal times for a whole day", () => {
  const weekly = [{ day: 1, from: "00:00", to: "00:00" }];
  expect(portAt("2026-03-02T00:00", { weekly })).toBe("open");
  expect(portAt("2026-03-02T23:59", { weekly })).toBe("open");
  expect(portAt("2026-03-03T00:00", { weekly })).toBe("closed");
});

test.each([
  ["2026-02-17T12:00", "holiday"],
  ["2026-10-01T12:00", "holiday"],
  ["2026-10-08T12:00", "open"],
  ["2026-02-14T12:00", "open"],
  ["2026-10-10T12:00", "open"],
  ["2027-02-05T12:00", "holiday"],
  ["2027-06-09T12:00", "holiday"],
])("knows public holidays and make-up working days: %s is %s", (local, port) => {
  expect(portAt(local)).toBe(port);
});

test("knows no holidays where they do not count", () => {
  expect(portAt("2026-10-01T12:00", { holidays: "none" })).toBe("open");
  expect(portAt("2026-10-10T12:00", { holidays: "none" })).toBe("closed");
});

test("lets the shop's own dates go before holidays and week", () => {
  const overrides = [
    { date: "2026-10-01", lastDate: "2026-10-03", type: "hours", hours: [{ from: "10:00", to: "12:00" }] },
    { date: "2026-03-02", type: "closed" },
    { date: "2026-03-03", type: "holiday" },
  ];
  expect(portAt("2026-10-02T11:00", { overrides })).toBe("open");
  expect(portAt("2026-10-02T12:00", { overrides })).toBe("closed");
  expect(portAt("2026-10-04T11:00", { overrides })).toBe("holiday");
  expect(portAt("2026-03-02T11:00", { overrides })).toBe("closed");
  expect(portAt("2026-03-03T11:00", { overrides })).toBe("holiday");
});

test("looks at the clock of the shop, not of the server", () => {
  expect(portAt("2026-03-02T22:30", { timeZone: "America/New_York", holidays: "none" })).toBe("open");
});

test("is always closed without hours, and says so to the author", () => {
  expect(portAt("2026-03-02T12:00", { weekly: [] })).toBe("closed");
  const config = businessHoursNode.config.parse({
    weekly: [],
    overrides: [{ date: "2026-02-30", type: "closed" }],
  });
  expect(businessHoursNode.check?.(config, Object({})).map(({ code }) => code)).toEqual(["impossible_date"]);
});

test("refuses times and zones that do not exist", () => {
  expect(
    businessHoursNode.config.safeParse({ weekly: [{ day: 1, from: "25:00", to: "26:00" }] }).success,
  ).toBe(false);
  expect(businessHoursNode.config.safeParse({ weekly: [], timeZone: "Asia/Nowhere" }).success).toBe(false);
});
