import type { z } from "zod";
import { addDays, toEpochMs, toLocalTime } from "../../answers/time-zone-date.ts";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import type { delayNode } from "./definition.ts";

type Config = z.output<typeof delayNode.config>;

/** The queue keeps timers; one further off than this is a plan for a calendar, not a pause in a talk. */
const DELAY_MAX_MS = 30 * 24 * 60 * 60 * 1000;

export const delayExecutor: Executor<Config> = {
  enter: (config, context) => {
    const untilMs = toUntilMs(config, context);
    if (untilMs === null) return { type: "fail", code: "invalid_moment", message: config.moment };
    if (untilMs <= context.now) return { type: "leave", port: "next" };
    if (untilMs > context.now + DELAY_MAX_MS) {
      return { type: "fail", code: "moment_too_far", message: new Date(untilMs).toISOString() };
    }
    return { type: "sleep", untilMs, state: null, interruptible: config.interruptible, output: untilMs };
  },

  resume: (config, event) => ({
    type: "leave",
    port: event.type === "message-received" && config.interruptible ? "interrupted" : "next",
  }),
};

function toUntilMs(config: Config, { now, evaluate }: NodeContext): number | null {
  switch (config.until) {
    case "duration":
      return now + config.durationMs;
    case "time":
      return toNextTime(config, now);
    case "moment":
      return toMoment(evaluate(config.moment), config.timeZone);
  }
}

function toNextTime({ time, timeZone }: Config, now: number): number {
  const { date } = toLocalTime(now, timeZone);
  const minutes = toMinutes(time);
  const today = toEpochMs(date, minutes, timeZone);
  return today > now ? today : toEpochMs(addDays(date, 1), minutes, timeZone);
}

/** A date-time without a zone is meant in the node's own; reading it in the server's would make a replay differ. */
function toMoment(value: Json, timeZone: string): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const [, date, time = "00:00"] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?$/u.exec(value.trim()) ?? [];
  if (date !== undefined) {
    return Number.isNaN(Date.parse(date)) ? null : toEpochMs(date, toMinutes(time), timeZone);
  }
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/iu.test(value.trim())) return null;
  const moment = Date.parse(value.trim());
  return Number.isNaN(moment) ? null : moment;
}

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
