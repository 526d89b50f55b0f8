import type { z } from "zod";
import { addDays, toLocalTime, toWeekday } from "../../answers/time-zone-date.ts";
import type { Executor } from "../../kernel/executor.ts";
import { findCnHoliday } from "./cn-holidays.ts";
import type { businessHoursNode } from "./definition.ts";

type Config = z.output<typeof businessHoursNode.config>;

type Interval = { readonly from: string; readonly to: string };

type Day = { readonly intervals: readonly Interval[]; readonly isHoliday: boolean };

const DAY_MINUTES = 24 * 60;

export const businessHoursExecutor: Executor<Config> = {
  enter: (config, { now }) => {
    const { date, minutes } = toLocalTime(now, config.timeZone);
    const today = getDay(config, date);
    const yesterday = getDay(config, addDays(date, -1));
    // A night shift that began yesterday is still on, also into a holiday.
    const isOpen =
      today.intervals.some((interval) => covers(interval, minutes)) ||
      yesterday.intervals.some((interval) => covers(interval, minutes + DAY_MINUTES));
    const port = isOpen ? "open" : today.isHoliday ? "holiday" : "closed";
    return { type: "leave", port, input: { date, minutes, timeZone: config.timeZone } };
  },
};

/** Own dates go before public holidays, those before the week. */
function getDay(config: Config, date: string): Day {
  const override = config.overrides.find(
    ({ date: first, lastDate }) => first <= date && date <= (lastDate ?? first),
  );
  if (override) {
    const intervals = override.type === "hours" ? override.hours : [];
    return { intervals, isHoliday: override.type === "holiday" };
  }
  const holiday = config.holidays === "cn" ? findCnHoliday(date) : null;
  if (holiday === "off") return { intervals: [], isHoliday: true };
  const weekday = holiday === "makeup" ? config.makeupDay : toWeekday(date);
  return { intervals: config.weekly.filter(({ day }) => day === weekday), isHoliday: false };
}

/** `minutes` counts from the midnight at which the interval's day began, and may reach into the next day. */
function covers({ from, to }: Interval, minutes: number): boolean {
  const start = toMinutes(from);
  const end = toMinutes(to) > start ? toMinutes(to) : toMinutes(to) + DAY_MINUTES;
  return start <= minutes && minutes < end;
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
