/** The day of a moment where the reader is, as date fields hold it. */
export function toDay(at: string | null): string {
  if (at === null) return "";
  const date = new Date(at);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export const toDayStart = (day: string): string | null => toMoment(day, "T00:00:00.000");

/** A last day counts to its end. */
export const toDayEnd = (day: string): string | null => toMoment(day, "T23:59:59.000");

/** Null for no day, and for one that is typed halfway. */
function toMoment(day: string, time: string): string | null {
  const date = new Date(`${day}${time}`);
  return day === "" || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
