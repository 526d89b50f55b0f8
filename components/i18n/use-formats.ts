import { useMemo } from "react";
import type { Locale } from "#flows/kernel/text.ts";
import { usePreferences } from "./preferences.ts";

export type Formats = {
  number(value: number): string;
  /** 14:05 today, yesterday with a word, 3月5日 this year, with the year before. */
  short(at: string): string;
  dateTime(at: string): string;
  time(at: string): string;
  weekday(day: string): string;
  /** 3 minutes ago. */
  relative(at: string): string;
  ms(value: number): string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What happened within the minute. `Intl` says "now", which reads wrong before "changed" and "deleted". */
const JUST_NOW: Readonly<Record<Locale, string>> = { "zh-CN": "刚刚", en: "just now" };

/** Dates and numbers in the reader's language and time zone. */
export function useFormats(): Formats {
  const locale = usePreferences((state) => state.locale);
  return useMemo(() => createFormats(locale), [locale]);
}

export function createFormats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    hour12: false,
  });
  const day = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric" });
  const year = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", day: "numeric" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", month: "short", day: "numeric" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });

  const toShort = (at: Date, now: Date): string => {
    if (at.toDateString() === now.toDateString()) return time.format(at);
    if (at.toDateString() === new Date(now.getTime() - DAY).toDateString()) return relative.format(-1, "day");
    return at.getFullYear() === now.getFullYear() ? day.format(at) : year.format(at);
  };
  const toRelative = (at: Date, now: Date): string => {
    const past = now.getTime() - at.getTime();
    if (past < MINUTE) return JUST_NOW[locale];
    if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), "minute");
    if (past < DAY) return relative.format(-Math.floor(past / HOUR), "hour");
    return past < 30 * DAY ? relative.format(-Math.floor(past / DAY), "day") : year.format(at);
  };

  return {
    number: (value) => number.format(value),
    short: (at) => toShort(new Date(at), new Date()),
    dateTime: (at) => dateTime.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    // A bare day has no zone: noon keeps it the same day everywhere.
    weekday: (bare) => weekday.format(new Date(`${bare}T12:00:00`)),
    relative: (at) => toRelative(new Date(at), new Date()),
    ms: (value) =>
      value < 1000 ? `${number.format(value)} ms` : `${number.format(Math.round(value / 100) / 10)} s`,
  };
}
