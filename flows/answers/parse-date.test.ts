import { expect, test } from "vitest";
import { parseDate } from "./parse-date.ts";

const TODAY = "2026-03-02";

test.each([
  ["2026-11-08", "2026-11-08"],
  ["2026/11/8", "2026-11-08"],
  ["2026.11.8", "2026-11-08"],
  ["20261108", "2026-11-08"],
  ["2026年11月8日", "2026-11-08"],
  ["２０２６年１１月８号", "2026-11-08"],
  ["二〇二六年十一月八日", "2026-11-08"],
  ["我是2025年12月31日买的", "2025-12-31"],
  ["11月8号", "2026-11-08"],
  ["十一月八日", "2026-11-08"],
  ["8 November 2026", "2026-11-08"],
  ["Nov 8th, 2026", "2026-11-08"],
  ["the 8th of november 2026", "2026-11-08"],
  ["今天", TODAY],
  ["昨天买的", "2026-03-01"],
  ["前天", "2026-02-28"],
  ["大后天", "2026-03-05"],
  ["the day after tomorrow", "2026-03-04"],
  ["2024-02-29", "2024-02-29"],
])("reads %s as %s", (text, date) => {
  expect(parseDate(text, TODAY, "any")).toBe(date);
});

test.each(["8/11", "2026-02-30", "13月1日", "下周", "", "12345678901", "👍", "may I ask"])(
  "finds no date in %s",
  (text) => {
    expect(parseDate(text, TODAY, "any")).toBeNull();
  },
);

test("takes the year that lies in the wanted direction when none is said", () => {
  expect(parseDate("12月25日", TODAY, "past")).toBe("2025-12-25");
  expect(parseDate("1月5日", TODAY, "future")).toBe("2027-01-05");
  expect(parseDate("2月29日", TODAY, "any")).toBeNull();
});
