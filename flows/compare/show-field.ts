import { isList } from "../kernel/compare-values.ts";
import type { Json } from "../kernel/json.ts";
import type { Locale } from "../kernel/text.ts";
import type { FieldChange } from "./change.ts";
import { compareMessages } from "./compare-messages.ts";
import { shorten } from "./words.ts";

const VALUE_CHARS = 24;
/** What is left and right of the difference, so that a reader finds the place in a long text. */
const AROUND_CHARS = 4;

export type ShownField = { readonly label: string; readonly before: string; readonly after: string };

/** A field on one line. Of two long texts the part that differs is shown: `…签收后 7 天内…` → `…签收后 15 天内…`. */
export function showField(field: FieldChange, locale: Locale): ShownField {
  const label = field.label[locale];
  if (field.shown) return { label, before: field.shown.before[locale], after: field.shown.after[locale] };
  const { before, after } = field;
  if (typeof before === "string" && typeof after === "string" && before !== "" && after !== "")
    return { label, ...cutToDifference(before, after) };
  if (before !== undefined && after !== undefined && isList(before) && isList(after))
    return { label, ...cutToItems(before, after, locale) };
  return { label, before: showValue(before, locale), after: showValue(after, locale) };
}

function cutToItems(before: readonly Json[], after: readonly Json[], locale: Locale) {
  const known = (list: readonly Json[]) => new Set(list.map((item) => JSON.stringify(item)));
  const [old, next] = [known(before), known(after)];
  const removed = before.filter((item) => !next.has(JSON.stringify(item)));
  const added = after.filter((item) => !old.has(JSON.stringify(item)));
  const texts = compareMessages[locale];
  const name = (items: readonly Json[]) =>
    shorten(items.map((item) => showValue(item, locale)).join("、"), VALUE_CHARS);
  if (removed.length > 0 && added.length > 0) return { before: name(removed), after: name(added) };
  // On one side nothing can be named; a count there and a name here would read as if one had become the other.
  const count = texts.items(after.length);
  if (added.length > 0)
    return { before: texts.items(before.length), after: texts.itemsWith(count, name(added)) };
  if (removed.length > 0)
    return { before: texts.items(before.length), after: texts.itemsWithout(count, name(removed)) };
  return { before: texts.items(before.length), after: count };
}

/** Any value on one line; for an absent or empty one, a word for that. */
export function showValue(value: Json | undefined, locale: Locale): string {
  const texts = compareMessages[locale];
  if (value === undefined || value === null || value === "") return texts.none;
  if (typeof value === "boolean") return value ? texts.on : texts.off;
  if (typeof value === "string") return shorten(value, VALUE_CHARS);
  if (typeof value === "number") return String(value);
  if (isList(value)) return texts.items(value.length);
  return shorten(JSON.stringify(value), VALUE_CHARS);
}

function cutToDifference(before: string, after: string): { before: string; after: string } {
  const [old, next] = [[...before], [...after]];
  if (Math.max(old.length, next.length) <= VALUE_CHARS)
    return { before: shorten(before, VALUE_CHARS), after: shorten(after, VALUE_CHARS) };
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const cut = (chars: readonly string[]): string => {
    const from = Math.max(0, start - AROUND_CHARS);
    const to = Math.min(chars.length, chars.length - end + AROUND_CHARS);
    const part = shorten(chars.slice(from, to).join(""), VALUE_CHARS);
    return `${from > 0 ? "…" : ""}${part}${to < chars.length && !part.endsWith("…") ? "…" : ""}`;
  };
  return { before: cut(old), after: cut(next) };
}
