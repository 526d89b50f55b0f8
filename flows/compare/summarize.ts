import type { Locale } from "../kernel/text.ts";
import type { Change, Comparison } from "./change.ts";
import { compareMessages } from "./compare-messages.ts";
import { showField } from "./show-field.ts";

const CHANGES_MAX = 5;
const FIELDS_MAX = 2;

/** The comparison in one sentence, for release notes and for people who read no lists: "改了 3 处：…". */
export function summarize({ changes, layout }: Comparison, locale: Locale): string {
  const texts = compareMessages[locale];
  if (changes.length === 0) return layout.length === 0 ? texts.nothing : texts.onlyLayout;
  const shown = changes.slice(0, CHANGES_MAX).map((change) => describeChange(change, locale));
  const rest = changes.length - shown.length;
  return `${texts.head(changes.length)}${[...shown, ...(rest > 0 ? [texts.more(rest)] : [])].join(texts.separator)}${texts.end}`;
}

/** One change in words, with its first fields. */
export function describeChange(change: Change, locale: Locale): string {
  const texts = compareMessages[locale];
  const title = change.title[locale];
  if (change.type !== "changed") return texts[change.type](title);
  const fields = change.fields.slice(0, FIELDS_MAX).map((field) => {
    const { label, before, after } = showField(field, locale);
    return `${label} ${before} → ${after}`;
  });
  const rest = change.fields.length - fields.length;
  return texts.changed(
    title,
    [...fields, ...(rest > 0 ? [texts.fieldMore(rest)] : [])].join(texts.fieldSeparator),
  );
}
