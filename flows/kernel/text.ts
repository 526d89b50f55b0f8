import { z } from "zod";

/** The languages that every face of the product speaks. A flow may hold texts in any of them. */
export const LOCALES = ["zh-CN", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** Longest text that one field of a flow may hold, in UTF-16 units. */
const TEXT_MAX_CHARS = 20_000;

const plain = z.string().max(TEXT_MAX_CHARS);

/** A text that customers read: one string for all languages, or one a language. May hold `{{ templates }}`. */
export const textSchema = z.union([
  plain,
  z.strictObject({ "zh-CN": plain.optional(), en: plain.optional() }),
]);

export type Text = z.infer<typeof textSchema>;

/** Picks the reader's language, then the flow's own, then whatever there is; never fails. */
export function pickText(text: Text, locale: Locale, fallback: Locale): string {
  if (typeof text === "string") return text;
  return text[locale] ?? text[fallback] ?? text["zh-CN"] ?? text.en ?? "";
}
