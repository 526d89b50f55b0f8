import type { Json } from "../kernel/json.ts";
import { LOCALES, type Locale, pickText, type Text, textSchema } from "../kernel/text.ts";
import type { Words } from "./change.ts";
import { type CompareTexts, compareMessages } from "./compare-messages.ts";

/** The same sentence in each language. */
export function inEach(write: (texts: CompareTexts, locale: Locale) => string): Words {
  const [zh, en] = LOCALES.map((locale) => write(compareMessages[locale], locale));
  return { "zh-CN": zh ?? "", en: en ?? "" };
}

export const toWords = (text: Text): Words => inEach((_texts, locale) => pickText(text, locale, locale));

/** The text of one reader in a value that may be anything; empty when it holds none. */
export function readText(value: Json | undefined, locale: Locale): string {
  const parsed = textSchema.safeParse(value);
  return parsed.success ? pickText(parsed.data, locale, locale).trim() : "";
}

/** One line, without what templates and line breaks would do to it. */
export function shorten(text: string, charsMax: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const chars = [...line];
  return chars.length <= charsMax ? line : `${chars.slice(0, charsMax - 1).join("")}…`;
}
