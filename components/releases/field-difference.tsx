"use client";

import { type Change as DiffPart, diffWordsWithSpace } from "diff";
import { usePreferences } from "#components/i18n/preferences.ts";
import type { FieldChange } from "#flows/compare/change.ts";
import { showValue } from "#flows/compare/show-field.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { Locale } from "#flows/kernel/text.ts";

/** Texts beyond this are compared in no time, and read by nobody. */
const TEXT_MAX_CHARS = 8_000;

/** One field, old against new: texts word by word, lists by what came and went, everything else as two values. */
export function FieldDifference({ field }: { readonly field: FieldChange }) {
  const locale = usePreferences((state) => state.locale);
  return (
    <div className="min-w-0 text-sm">
      <dt className="mb-1 text-xs text-ink-3">{field.label[locale]}</dt>
      <dd className="min-w-0">{draw(field, locale)}</dd>
    </div>
  );
}

function draw({ before, after, shown }: FieldChange, locale: Locale) {
  if (shown) return <Pair before={shown.before[locale]} after={shown.after[locale]} />;
  if (typeof before === "string" && typeof after === "string" && before !== "" && after !== "")
    return <TextDifference before={before} after={after} locale={locale} />;
  if (Array.isArray(before) && Array.isArray(after)) return <ListDifference {...{ before, after, locale }} />;
  return <Pair before={toText(before, locale)} after={toText(after, locale)} />;
}

const toText = (value: Json | undefined, locale: Locale): string =>
  typeof value === "string" && value !== ""
    ? value
    : typeof value === "object" && value !== null
      ? JSON.stringify(value, null, 2).slice(0, TEXT_MAX_CHARS)
      : showValue(value, locale);

function Pair({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <div className="flex flex-col gap-1">
      <Line sign="removed">{before}</Line>
      <Line sign="added">{after}</Line>
    </div>
  );
}

const LINES = {
  added: "bg-success-soft text-success-text",
  removed: "bg-danger-soft text-danger-text",
} as const;

function Line({ sign, children }: { readonly sign: "added" | "removed"; readonly children: string }) {
  const Tag = sign === "added" ? "ins" : "del";
  return (
    <Tag
      className={`max-h-48 overflow-y-auto whitespace-pre-wrap break-words rounded-sm px-2 py-1 no-underline ${LINES[sign]}`}
    >
      {children}
    </Tag>
  );
}

type TextProps = { readonly before: string; readonly after: string; readonly locale: Locale };

/** Chinese has no spaces between words: the browser's own segmenter knows where they end. */
function TextDifference({ before, after, locale }: TextProps) {
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: "word" });
  const parts = diffWordsWithSpace(before.slice(0, TEXT_MAX_CHARS), after.slice(0, TEXT_MAX_CHARS), {
    intlSegmenter,
  });
  return (
    <p className="max-h-64 overflow-y-auto whitespace-pre-wrap break-words rounded-sm border border-line bg-surface px-2 py-1 text-ink">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their order
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part }: { readonly part: DiffPart }) {
  if (part.added) return <ins className={`rounded-xs no-underline ${LINES.added}`}>{part.value}</ins>;
  if (part.removed) return <del className={`rounded-xs ${LINES.removed}`}>{part.value}</del>;
  return <span>{part.value}</span>;
}

type ListProps = {
  readonly before: readonly Json[];
  readonly after: readonly Json[];
  readonly locale: Locale;
};

function ListDifference({ before, after, locale }: ListProps) {
  const known = (list: readonly Json[]) => new Set(list.map((item) => JSON.stringify(item)));
  const [old, next] = [known(before), known(after)];
  const removed = before.filter((item) => !next.has(JSON.stringify(item)));
  const added = after.filter((item) => !old.has(JSON.stringify(item)));
  if (removed.length + added.length === 0)
    return (
      <Pair
        before={before.map((item) => toText(item, locale)).join("、")}
        after={after.map((item) => toText(item, locale)).join("、")}
      />
    );
  return (
    <ul className="flex flex-col gap-1">
      {removed.map((item) => (
        <li key={`- ${JSON.stringify(item)}`}>
          <Line sign="removed">{toText(item, locale)}</Line>
        </li>
      ))}
      {added.map((item) => (
        <li key={`+ ${JSON.stringify(item)}`}>
          <Line sign="added">{toText(item, locale)}</Line>
        </li>
      ))}
    </ul>
  );
}
