import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { textSchema } from "../../kernel/text.ts";
import { TIME_ZONE_DEFAULT, timeZoneSchema } from "../time-zone.ts";
import { emptyWeek, impossibleDate } from "./issues.ts";
import { businessHoursMessages } from "./messages.ts";

const INTERVALS_MAX = 50;
const OVERRIDES_MAX = 200;

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "HH:MM");

/** `to` at or before `from` lasts into the next day: 22:00 to 06:00. Equal times are a whole day. */
const intervalSchema = z.strictObject({ from: clock, to: clock });

export const weeklyIntervalSchema = intervalSchema.extend({
  /** 1 is Monday, 7 is Sunday. */
  day: z.int().min(1).max(7),
});

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD");

export const overrideSchema = z.strictObject({
  date: dateSchema,
  /** Last day of several; `date` alone when empty. */
  lastDate: dateSchema.optional(),
  /** `hours` opens for exactly these; `holiday` and `closed` differ in the port only. */
  type: z.enum(["hours", "closed", "holiday"]),
  hours: z.array(intervalSchema).max(10).default([]),
  label: textSchema.optional(),
});

/** Tells whether the shop is open now. Own dates go before public holidays, those before the week. */
export const businessHoursNode = defineNode({
  version: 1,
  family: "logic",
  icon: "clock",
  mode: "inline",
  config: z.strictObject({
    timeZone: timeZoneSchema.default(TIME_ZONE_DEFAULT),
    weekly: z.array(weeklyIntervalSchema).max(INTERVALS_MAX),
    /** `cn`: days off and make-up working days as the State Council announced them. */
    holidays: z.enum(["cn", "none"]).default("cn"),
    /** On a make-up working day at a weekend the hours of this weekday hold. */
    makeupDay: z.int().min(1).max(5).default(1),
    overrides: z.array(overrideSchema).max(OVERRIDES_MAX).default([]),
  }),
  defaults: () => ({ weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "18:00" })) }),
  ports: () => [{ id: "open" }, { id: "closed" }, { id: "holiday" }],
  circumstancePorts: { open: "open", closed: "closed", holiday: "holiday" },
  check: (config) => [
    ...(config.weekly.length + config.overrides.length === 0 ? [emptyWeek("weekly")] : []),
    ...config.overrides.flatMap(({ date, lastDate }, i) => [
      ...(isRealDate(date) ? [] : [impossibleDate(`overrides[${i}].date`)]),
      ...(lastDate === undefined || (isRealDate(lastDate) && lastDate >= date)
        ? []
        : [impossibleDate(`overrides[${i}].lastDate`)]),
    ]),
  ],
  form: [
    { path: "timeZone", widget: "timezone" },
    { path: "weekly", widget: "hours", required: true },
    { path: "holidays", widget: "select", values: ["cn", "none"] },
    { path: "makeupDay", widget: "number", when: { path: "holidays", is: ["cn"] }, advanced: true },
    { path: "overrides", widget: "hours" },
  ],
  messages: businessHoursMessages,
});

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
