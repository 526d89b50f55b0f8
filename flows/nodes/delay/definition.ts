import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { missing } from "../config-issue.ts";
import { delayMsSchema } from "../duration.ts";
import { usesExpression } from "../reference.ts";
import { TIME_ZONE_DEFAULT, timeZoneSchema } from "../time-zone.ts";
import { expressionSchema } from "../value-source.ts";
import { delayMessages } from "./messages.ts";

/** Lets time pass: a while, until a time of day, or until a moment that an expression gives. */
export const delayNode = defineNode({
  version: 1,
  family: "logic",
  icon: "timer",
  mode: "waits",
  config: z.strictObject({
    until: z.enum(["duration", "time", "moment"]).default("duration"),
    durationMs: delayMsSchema.default(5_000),
    /** The next time that the clock of `timeZone` shows this. */
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM")
      .default("09:00"),
    timeZone: timeZoneSchema.default(TIME_ZONE_DEFAULT),
    /** Gives an ISO date-time with its zone, or milliseconds since 1970. One in the past does not wait. */
    moment: expressionSchema.default(""),
    /** A message of the customer ends the wait. */
    interruptible: z.boolean().default(true),
  }),
  defaults: () => ({}),
  ports: (config) => [{ id: "next" }, ...(config.interruptible ? [{ id: "interrupted" }] : [])],
  references: (config) =>
    config.until === "moment" ? usesExpression(config.moment, "moment", { expects: ["text", "number"] }) : [],
  takesMs: ({ until, durationMs }) => (until === "duration" ? durationMs : Number.POSITIVE_INFINITY),
  check: (config) => (config.until === "moment" && !config.moment.trim() ? [missing("moment")] : []),
  form: [
    { path: "until", widget: "select", values: ["duration", "time", "moment"] },
    { path: "durationMs", widget: "duration", when: { path: "until", is: ["duration"] } },
    { path: "time", widget: "text", when: { path: "until", is: ["time"] } },
    { path: "timeZone", widget: "timezone", when: { path: "until", is: ["time", "moment"] } },
    { path: "moment", widget: "expression", when: { path: "until", is: ["moment"] } },
    { path: "interruptible", widget: "switch" },
  ],
  messages: delayMessages,
});
