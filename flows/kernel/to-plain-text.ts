import { isList } from "./compare-values.ts";
import type { Json } from "./json.ts";
import type { Locale } from "./text.ts";

const LIST_MARKS: { readonly [L in Locale]: string } = { "zh-CN": "、", en: ", " };
const YES: { readonly [L in Locale]: string } = { "zh-CN": "是", en: "yes" };
const NO: { readonly [L in Locale]: string } = { "zh-CN": "否", en: "no" };

/**
 * A value as a reader would write it: nothing for null, no binary noise (0.1 + 0.2 reads 0.3), no grouping marks (an order
 * number is no amount), lists with the language's own comma. Without a locale, for machines: true, false, commas.
 */
export function toPlainText(value: Json, locale?: Locale): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberToText(value);
  if (typeof value === "boolean") return locale === undefined ? String(value) : (value ? YES : NO)[locale];
  if (isList(value)) {
    return value
      .map((item) => toPlainText(item, locale))
      .join(locale === undefined ? "," : LIST_MARKS[locale]);
  }
  return JSON.stringify(value);
}

function numberToText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return String(Number(value.toPrecision(15)));
}
