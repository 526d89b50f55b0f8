import type { Locale } from "../../flows/kernel/text.ts";

const DAY_MS = 86_400_000;

/** Dates, times and sizes in the reader's own way: their region where it speaks the page's language. */
export function createFormats(locale: Locale, readerTag: string) {
  const tag = readerTag.split("-")[0] === locale.split("-")[0] ? readerTag : locale;
  const time = new Intl.DateTimeFormat(tag, { timeStyle: "short" });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(tag, { month: "long", day: "numeric", weekday: "short" });
  const withYear = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", day: "numeric" });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const number = new Intl.NumberFormat(tag);

  return {
    time: (at: string) => time.format(new Date(at)),
    full: (at: string) => full.format(new Date(at)),
    number: (value: number) => number.format(value),
    /** A name for the calendar day in the reader's time zone, the same for all moments of that day. */
    dayKey: (at: string) => startOfDay(new Date(at)).toDateString(),
    day: (at: string, now: number) => {
      const date = new Date(at);
      const days = Math.round((startOfDay(date).getTime() - startOfDay(new Date(now)).getTime()) / DAY_MS);
      if (days === 0 || days === -1) return capitalise(relative.format(days, "day"));
      return date.getFullYear() === new Date(now).getFullYear()
        ? weekday.format(date)
        : withYear.format(date);
    },
    size: (bytes: number) => {
      const [value, unit] = toUnit(bytes);
      return new Intl.NumberFormat(tag, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: value < 10 && unit === "megabyte" ? 1 : 0,
      }).format(value);
    },
  };
}

export type Formats = ReturnType<typeof createFormats>;

function startOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}

function toUnit(bytes: number): [number, "byte" | "kilobyte" | "megabyte"] {
  if (bytes < 1000) return [bytes, "byte"];
  return bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
