export type LocalTime = {
  /** `2026-11-08` */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight, as the clock shows them. */
  readonly minutes: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show at that moment in that place. */
export function toLocalTime(at: number, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    getFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return { date, weekday: toWeekday(date), minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** Calendar arithmetic without a clock: the day after `2026-02-28` is `2026-03-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function toWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}

/** The moment at which calendar and clock show this in that place; in the hour that a clock change skips, the moment after it. */
export function toEpochMs(date: string, minutes: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  let at = wanted;
  // Twice: the first step may cross a clock change.
  for (let pass = 0; pass < 2; pass += 1) {
    const local = toLocalTime(at, timeZone);
    at += wanted - (Date.parse(`${local.date}T00:00:00Z`) + local.minutes * 60_000);
  }
  return at;
}
