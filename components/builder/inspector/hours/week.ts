import type { Json } from "#flows/kernel/json.ts";
import { getChild } from "../form/config-path.ts";

export type Interval = { readonly from: string; readonly to: string };
export type DayInterval = Interval & { readonly day: number };

export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const START: Interval = { from: "09:00", to: "18:00" };

/** Reads what is stored; a line that is no interval is left out of the grid, and stays a problem until the week is edited. */
export function toInterval(value: Json | undefined): Interval | null {
  const [from, to] = [getChild(value, "from"), getChild(value, "to")];
  return typeof from === "string" && typeof to === "string" ? { from, to } : null;
}

export function toWeek(items: readonly Json[]): readonly DayInterval[] {
  return items.flatMap((item) => {
    const interval = toInterval(item);
    const day = getChild(item, "day");
    return interval !== null && typeof day === "number" ? [{ day, ...interval }] : [];
  });
}

/** The week with other hours on one day; days stay in order, so that the document reads like a week. */
export function withDay(
  week: readonly DayInterval[],
  day: number,
  hours: readonly Interval[],
): readonly DayInterval[] {
  return DAYS.flatMap((own) =>
    own === day
      ? hours.map(({ from, to }) => ({ day, from, to }))
      : week.filter((other) => other.day === own),
  );
}

/** A next interval that begins where the last one ends. */
export function nextInterval(hours: readonly Interval[]): Interval {
  const last = hours.at(-1);
  if (last === undefined) return START;
  return { from: last.to, to: last.to < "20:00" ? "21:00" : "23:00" };
}

/** Reads a time of day as people type it: `9`, `930`, `9：30`. Null for anything that is none. */
export function toClock(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const match = /^(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/.exec(plain)?.groups;
  if (match === undefined) return null;
  const clock = `${(match.hours ?? "").padStart(2, "0")}:${match.minutes ?? "00"}`;
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(clock) ? clock : null;
}

/** 22:00 to 06:00; equal times are a whole day. */
export const isOvernight = ({ from, to }: Interval): boolean => to !== "24:00" && to < from;

export function copyToWorkdays(week: readonly DayInterval[]): readonly DayInterval[] {
  const monday = week.filter(({ day }) => day === 1);
  return [2, 3, 4, 5].reduce((changed, day) => withDay(changed, day, monday), week);
}
