import { isMap } from "../kernel/compare-values.ts";
import type { FormField, NodeDefinition } from "../kernel/define-node.ts";
import type { Json } from "../kernel/json.ts";
import { LOCALES, type Locale } from "../kernel/text.ts";
import type { FieldChange, Words } from "./change.ts";
import type { FieldDiff, FieldSegment } from "./diff-fields.ts";
import { inEach, readText, shorten } from "./words.ts";

const NAME_CHARS = 12;

/** Gives a difference the names that its author knows: those of the form, and of the document where there is no form. */
export function toFieldChange(diff: FieldDiff, definition: NodeDefinition | null): FieldChange {
  const inConfig = diff.path[0]?.type === "key" && diff.path[0].key === "config";
  const own = inConfig ? diff.path.slice(1) : diff.path;
  const language = findLanguage(own);
  const path = language === null ? own : own.slice(0, -1);
  const field = inConfig ? findField(definition, path) : null;
  return {
    path: diff.path.map(toText).join("."),
    label: toLabel({ path, language, texts: inConfig ? definition?.messages : undefined }),
    before: diff.before,
    after: diff.after,
    shown: showValues(diff, { field, definition: inConfig ? definition : null }),
  };
}

const toText = (segment: FieldSegment): string =>
  segment.type === "key"
    ? segment.key
    : segment.type === "element"
      ? `@${segment.id}`
      : String(segment.place);

/** The last step into one language of a text. */
function findLanguage(path: readonly FieldSegment[]): Locale | null {
  const last = path.at(-1);
  return last?.type === "key" ? (LOCALES.find((locale) => locale === last.key) ?? null) : null;
}

type Named = {
  readonly path: readonly FieldSegment[];
  readonly language: Locale | null;
  readonly texts: NodeDefinition["messages"] | undefined;
};

function toLabel({ path, language, texts }: Named): Words {
  return inEach((own, locale) => {
    const names: Names = { ...own.fields, ...texts?.[locale].fields };
    const labels = path.flatMap((segment, depth) => {
      if (segment.type === "element") return [nameElement(segment, locale)];
      if (segment.type === "place") return [own.nth(segment.place + 1)];
      const name = names[toPattern(path.slice(0, depth + 1))] ?? names[segment.key];
      // `list.items` has a name of its own where `list` has none.
      return name === undefined && depth < path.length - 1 ? [] : [name ?? segment.key];
    });
    const label = labels.join(" · ");
    return language === null ? label : `${label} (${own.language[language]})`;
  });
}

type Names = { readonly [pattern: string]: string | undefined };

/** As forms write it: `options[].label`. */
function toPattern(path: readonly FieldSegment[]): string {
  return path.reduce(
    (text, segment) =>
      segment.type === "key" ? (text === "" ? segment.key : `${text}.${segment.key}`) : `${text}[]`,
    "",
  );
}

/** What its author calls an element of a list: an option's label, an intent's name. */
function nameElement(
  { id, element }: { readonly id: string; readonly element: Json },
  locale: Locale,
): string {
  if (!isMap(element)) return id;
  for (const value of [element.label, element.name, element.title, element.question, element.variable]) {
    const text = readText(value, locale);
    if (text !== "") return shorten(text, NAME_CHARS);
  }
  return id;
}

function findField(definition: NodeDefinition | null, path: readonly FieldSegment[]): FormField | null {
  const pattern = toPattern(path);
  return definition?.form.find((field) => field.path === pattern) ?? null;
}

type Shown = { readonly field: FormField | null; readonly definition: NodeDefinition | null };

/** Values that are names of choices, or times, are shown as the form shows them. */
function showValues({ path, before, after }: FieldDiff, { field, definition }: Shown): FieldChange["shown"] {
  const last = path.at(-1);
  const key = last?.type === "key" ? last.key : "";
  const show = (value: Json | undefined): Words | null => {
    if (typeof value === "number" && (field?.widget === "duration" || key.endsWith("Ms")))
      return toDuration(value);
    if (typeof value !== "string") return null;
    if (definition === null) return findOwnValue(value, key);
    if (field?.widget !== "select") return null;
    return inEach((_own, locale) => definition.messages[locale].values?.[value] ?? value);
  };
  const [old, next] = [show(before), show(after)];
  if (old === null && next === null) return null;
  const none = inEach((own) => own.none);
  return { before: old ?? none, after: next ?? none };
}

/** Choices of the document itself, outside of any kind's form. */
const CHOICES = new Set(["mode", "scope", "type", "dataClass", "language"]);

function findOwnValue(value: string, key: string): Words | null {
  if (!CHOICES.has(key)) return null;
  return inEach((own) => {
    const values: { readonly [value: string]: string | undefined } = own.values;
    return values[value] ?? value;
  });
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
  ["millisecond", 1],
] as const;

/** The largest unit that goes into it without a rest. */
function toDuration(ms: number): Words {
  const [unit, size] = UNITS.find(([, length]) => ms !== 0 && ms % length === 0) ?? ["millisecond", 1];
  return inEach((own) => `${ms / size} ${own.ms[unit]}`);
}
