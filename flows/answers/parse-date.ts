import { toPlain } from "./normalise.ts";
import { parseHanNumber } from "./parse-number.ts";
import { addDays } from "./time-zone-date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const HAN = "[零〇一二三四五六七八九十]";

/** Longest first: `大后天` holds `后天`. */
const RELATIVE: readonly (readonly [pattern: RegExp, days: number])[] = [
  [/大前天/u, -3],
  [/大后天/u, 3],
  [/前天|day before yesterday/u, -2],
  [/后天|day after tomorrow/u, 2],
  [/昨天|昨日|\byesterday\b/u, -1],
  [/明天|明日|\btomorrow\b/u, 1],
  [/今天|今日|\btoday\b/u, 0],
];

const ABSOLUTE: readonly RegExp[] = [
  /(?<!\d)(?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)/u,
  new RegExp(`(?<y>${HAN}{4})年(?<m>${HAN}{1,3})月(?<d>${HAN}{1,3})[日号號]?`, "u"),
  new RegExp(
    `\\b${MONTH.replace("(", "(?<n>")}\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y>\\d{4}))?(?!\\d)`,
    "u",
  ),
  new RegExp(
    `(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH.replace("(", "(?<n>")}\\.?(?:,?\\s+(?<y>\\d{4}))?(?!\\d)`,
    "u",
  ),
  /(?<!\d)(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号號]?(?!\d)/u,
  new RegExp(`(?<m>${HAN}{1,3})月(?<d>${HAN}{1,3})[日号號]`, "u"),
];

const MESSAGE_MAX_CHARS = 200;

/**
 * The date in a message as `2026-11-08`: `2026年11月8日`, `2026/11/8`, `20261108`, `11月8号`, `昨天`, `8 November 2026`. Null when there is
 * none, or no such day. Forms whose order differs from country to country (`8/11`) are refused rather than guessed.
 *
 * Without a year the one nearest to today in the wanted direction is meant.
 */
export function parseDate(text: string, today: string, direction: "any" | "past" | "future"): string | null {
  const plain = toPlain(text.slice(0, MESSAGE_MAX_CHARS)).toLowerCase();
  for (const pattern of ABSOLUTE) {
    const groups = pattern.exec(plain)?.groups;
    if (groups) return toDate(groups, today, direction);
  }
  const relative = RELATIVE.find(([pattern]) => pattern.test(plain));
  return relative ? addDays(today, relative[1]) : null;
}

function toDate(
  groups: { readonly [name: string]: string | undefined },
  today: string,
  direction: "any" | "past" | "future",
): string | null {
  const month = groups.n === undefined ? toCount(groups.m) : MONTHS.indexOf(groups.n) + 1;
  const day = toCount(groups.d);
  const year = toCount(groups.y);
  if (month === null || day === null) return null;
  if (year !== null) return toIsoDate(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const years = [thisYear, thisYear - 1, thisYear + 1];
  const dates = years.flatMap((candidate) => toIsoDate(candidate, month, day) ?? []);
  const fitting = dates.find(
    (date) => direction === "any" || (direction === "past" ? date <= today : date >= today),
  );
  return fitting ?? dates[0] ?? null;
}

function toCount(source: string | undefined): number | null {
  if (source === undefined) return null;
  return /^\d+$/u.test(source) ? Number(source) : parseHanNumber(source);
}

function toIsoDate(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
