/**
 * Days off and make-up working days of the Chinese mainland.
 *
 * 2026: 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04).
 * 2027: only the statutory days themselves (全国年节及纪念日放假办法, as amended in 2024). How they are stretched over
 * weekends is announced each November; until the table has it, operators add those days as special dates.
 */
const DAYS_OFF: readonly (readonly [first: string, last: string])[] = [
  ["2026-01-01", "2026-01-03"],
  ["2026-02-15", "2026-02-23"],
  ["2026-04-04", "2026-04-06"],
  ["2026-05-01", "2026-05-05"],
  ["2026-06-19", "2026-06-21"],
  ["2026-09-25", "2026-09-27"],
  ["2026-10-01", "2026-10-07"],
  ["2027-01-01", "2027-01-01"],
  ["2027-02-05", "2027-02-08"],
  ["2027-04-05", "2027-04-05"],
  ["2027-05-01", "2027-05-02"],
  ["2027-06-09", "2027-06-09"],
  ["2027-09-15", "2027-09-15"],
  ["2027-10-01", "2027-10-03"],
];

const WORKING_WEEKENDS = new Set([
  "2026-01-04",
  "2026-02-14",
  "2026-02-28",
  "2026-05-09",
  "2026-09-20",
  "2026-10-10",
]);

/** What the calendar says of a date; null for an ordinary day. */
export function findCnHoliday(date: string): "off" | "makeup" | null {
  if (DAYS_OFF.some(([first, last]) => first <= date && date <= last)) return "off";
  return WORKING_WEEKENDS.has(date) ? "makeup" : null;
}
