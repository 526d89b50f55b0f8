import type { PreviewTexts } from "./messages.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 90 s, 10 min, 3 h, 2 days: one unit, rounded up so that nothing is "in 0 min". */
export function toDurationText(ms: number, t: PreviewTexts["time"]): string {
  if (ms < 2 * MINUTE) return t.seconds(Math.max(1, Math.ceil(ms / SECOND)));
  if (ms < 2 * HOUR) return t.minutes(Math.ceil(ms / MINUTE));
  if (ms < 2 * DAY) return t.hours(Math.ceil(ms / HOUR));
  return t.days(Math.ceil(ms / DAY));
}
