import { type Locale, pickText, type Text, textSchema } from "#flows/kernel/text.ts";

/** Enough for two lines of a card; more would only be cut off by the browser. */
const CARD_TEXT_MAX_CHARS = 120;

/** Any text of a config in the reader's language, on one line; empty when the value is no text. */
export function toLine(value: unknown, locale: Locale): string {
  const parsed = textSchema.safeParse(value);
  if (!parsed.success) return "";
  return shorten(toOneLine(pickText(parsed.data satisfies Text, locale, locale)));
}

function toOneLine(text: string): string {
  return text
    .slice(0, CARD_TEXT_MAX_CHARS * 4)
    .replace(/\s+/g, " ")
    .trim();
}

export function shorten(text: string): string {
  return text.length <= CARD_TEXT_MAX_CHARS ? text : `${text.slice(0, CARD_TEXT_MAX_CHARS - 1)}…`;
}

/** Width in pixels of 12 px text, well enough to know whether it needs a second line. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 6.4;
  return width;
}
