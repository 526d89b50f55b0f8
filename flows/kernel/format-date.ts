import { memoize } from "./memo.ts";

/** `YYYY-MM-DD HH:mm:ss` and parts of it, in a named time zone; null when the zone is unknown or the time out of range. */
export function formatDate(time: number, pattern: string, timeZone: string): string | null {
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return null;
  const format = formatOf(timeZone).format;
  if (format === null) return null;

  const parts: { [type: string]: string } = {};
  for (const part of format.formatToParts(time)) parts[part.type] = part.value;
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss|M|D/g, (field) => {
    const value = parts[FIELDS[field] ?? ""] ?? "";
    return field.length === 1 ? String(Number(value)) : value.padStart(field.length, "0");
  });
}

const FIELDS: { readonly [field: string]: string } = {
  YYYY: "year",
  MM: "month",
  M: "month",
  DD: "day",
  D: "day",
  HH: "hour",
  mm: "minute",
  ss: "second",
};

const formatOf = memoize(50, (timeZone: string): { readonly format: Intl.DateTimeFormat | null } => {
  try {
    return {
      format: new Intl.DateTimeFormat("en-GB", {
        timeZone,
        calendar: "gregory",
        numberingSystem: "latn",
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        hourCycle: "h23",
      }),
    };
  } catch {
    // An unknown zone is an author's mistake, not a failure of ours.
    return { format: null };
  }
});
