import type { Locale } from "../kernel/text.ts";
import type { PassagePlace } from "./passage-place.ts";

/** Where a quote stands, as people say it: `第 3 页`, `rows 5–9`. Nothing where only characters are known. */
export function toPlaceText({ pages, sheet, rows }: PassagePlace, locale: Locale): string {
  const isChinese = locale === "zh-CN";
  const parts = [
    sheet ?? "",
    pages === undefined ? "" : isChinese ? `第 ${toRange(pages)} 页` : `p. ${toRange(pages)}`,
    rows === undefined ? "" : isChinese ? `第 ${toRange(rows)} 行` : `row ${toRange(rows)}`,
  ];
  return parts.filter(Boolean).join(isChinese ? "，" : ", ");
}

function toRange([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}
