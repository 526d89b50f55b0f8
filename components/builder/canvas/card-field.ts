import { readField } from "#flows/editing/field-path.ts";
import type { FormField, NodeTexts } from "#flows/kernel/define-node.ts";
import { isRecord } from "#flows/kernel/scan-limits.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { shorten, toLine } from "./card-text.ts";
import { canvasMessages } from "./messages.ts";

/** What a card must know of the rest of the document to name what a node points at. */
export type CardNames = {
  readonly faqSet: (id: string) => { readonly name: string; readonly count: number } | null;
  readonly node: (id: string) => string | null;
  readonly flow: (id: string) => string | null;
};

export type FieldReader = {
  readonly locale: Locale;
  readonly texts: NodeTexts;
  readonly names: CardNames;
};

/** What one field says on the card, in words; empty when there is nothing to show. Follows the form's widgets, so a new kind needs no code here. */
export function describeField(field: FormField, value: unknown, reader: FieldReader): string {
  switch (field.widget) {
    case "text":
    case "textarea":
    case "rich-text":
    case "template":
    case "graph-name":
      return toLine(value, reader.locale);
    case "blocks":
      return describeBlocks(value, reader);
    case "assignments":
      return listOf(value, (item) => describeAssignment(item, reader)).join("; ");
    case "mapping":
      return listOf(value, (item) => String(item.name ?? "")).join(", ");
    case "faq-sets":
      return listOf(value, (id) => describeFaqSet(id, reader)).join(", ");
    // Their names are the workspace's, not the document's.
    case "bases":
      return Array.isArray(value) && value.length > 0
        ? canvasMessages[reader.locale].bases(value.length)
        : "";
    case "node":
      return describeTarget(value, reader.names.node, reader);
    case "flow":
      return describeTarget(value, reader.names.flow, reader);
    case "tags":
      return describeTags(field, value, reader);
    case "form-fields":
      return listOf(value, (item) => toLine(item.label, reader.locale)).join(" · ");
    case "hours":
      return describeHours(value, reader);
    case "duration":
      return typeof value === "number" ? canvasMessages[reader.locale].duration(value) : "";
    case "expression":
      return typeof value === "string" ? shorten(value.trim()) : "";
    case "checks":
      return listOf(value, (item) => reader.texts.values?.[String(item.value)] ?? String(item.value)).join(
        " · ",
      );
    case "list":
      return Array.isArray(value) ? toLine(value[0], reader.locale) : "";
    default:
      return "";
  }
}

type Item = { readonly [key: string]: unknown };

/** Texts of list items; an item that is no object is handed over as `{ value }`. */
function listOf(value: unknown, toText: (item: Item) => string): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => toText(isRecord(item) ? item : { value: item })).filter(Boolean);
}

function describeBlocks(value: unknown, { locale, texts }: FieldReader): string {
  const lines = listOf(value, (block) => {
    if (block.type === "text") return toLine(block.text, locale);
    const name = toLine(block.title, locale) || toLine(block.alt, locale) || toLine(block.label, locale);
    const kind = texts.values?.[String(block.type)] ?? String(block.type);
    return `[${kind}] ${name || toLine(block.name, locale)}`.trim();
  });
  return shorten(lines.join(" "));
}

function describeAssignment({ variable, op, value }: Item, { texts, locale }: FieldReader): string {
  const name = String(variable ?? "");
  if (op === "clear") return `${texts.values?.clear ?? op} ${name}`;
  const sign = op === "set" || op === undefined ? "=" : op === "inc" ? "+=" : "←";
  return `${name} ${sign} ${describeSource(value, locale)}`;
}

export function describeSource(source: unknown, locale: Locale): string {
  if (!isRecord(source)) return "";
  if (source.type === "expression") return shorten(String(source.source ?? ""));
  if (source.type === "template") return toLine(source.text, locale);
  return typeof source.value === "string"
    ? `“${shorten(source.value)}”`
    : shorten(JSON.stringify(source.value ?? null));
}

function describeFaqSet({ value }: Item, { names, locale }: FieldReader): string {
  const set = names.faqSet(String(value));
  return set === null ? String(value) : canvasMessages[locale].faqSet(set.name, set.count);
}

function describeTarget(
  value: unknown,
  find: (id: string) => string | null,
  { locale }: FieldReader,
): string {
  if (typeof value !== "string" || value === "") return "";
  return `→ ${find(value) ?? canvasMessages[locale].gone(value)}`;
}

function describeTags(field: FormField, value: unknown, { locale }: FieldReader): string {
  const sign = field.path === "remove" ? "−" : "+";
  return listOf(value, (item) => toLine(item.value, locale))
    .map((tag) => `${sign}${tag}`)
    .join(" ");
}

function describeHours(value: unknown, { locale }: FieldReader): string {
  const t = canvasMessages[locale];
  const spans = new Map<string, number[]>();
  for (const item of Array.isArray(value) ? value : []) {
    if (!isRecord(item) || typeof item.day !== "number") continue;
    const span = `${String(item.from)}–${String(item.to)}`;
    spans.set(span, [...(spans.get(span) ?? []), item.day]);
  }
  return [...spans].map(([span, days]) => `${t.days(days)} ${span}`).join("; ");
}

/** Whether a field is on the form at all, with the config as it is. */
export function isShown(field: FormField, config: unknown): boolean {
  if (field.when === undefined) return true;
  const other = readField(config, field.when.path);
  return field.when.is.some((value) => value === other);
}
