import { readField } from "#flows/editing/field-path.ts";
import type { NodeDefinition, NodeTexts } from "#flows/kernel/define-node.ts";
import { isRecord } from "#flows/kernel/scan-limits.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { shorten, toLine } from "./card-text.ts";
import { canvasMessages } from "./messages.ts";

type Item = { readonly [key: string]: unknown };
type Reader = { readonly locale: Locale; readonly texts: NodeTexts };

/** What decides that a port is taken, by port id: a branch's condition, how many examples an intent has, a variant's share. */
export function listPortHints(
  definition: NodeDefinition,
  config: unknown,
  locale: Locale,
): ReadonlyMap<string, string> {
  const reader = { locale, texts: definition.messages[locale] };
  const hints = new Map<string, string>();
  for (const { path, widget } of definition.form) {
    const toHint = HINTS[widget];
    const items = toHint === undefined ? null : readField(config, path);
    if (toHint === undefined || !Array.isArray(items)) continue;
    for (const item of items) if (isRecord(item)) hints.set(String(item.id), toHint(item, reader));
  }
  return hints;
}

const HINTS: { readonly [widget: string]: (item: Item, reader: Reader) => string } = {
  conditions: ({ when }, reader) => describeWhen(when, reader) || canvasMessages[reader.locale].noCondition,
  intents: ({ examples }, { locale }) =>
    canvasMessages[locale].examples(Array.isArray(examples) ? examples.length : 0),
  keywords: ({ words, patterns }) =>
    shorten([...toList(words), ...toList(patterns).map((pattern) => `/${pattern}/`)].join(", ")),
  variants: ({ percent }) => (typeof percent === "number" ? `${percent}%` : ""),
};

const toList = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A condition as one would say it: `订单金额 大于 100 且 城市 等于 上海`. */
function describeWhen(when: unknown, reader: Reader): string {
  if (!isRecord(when)) return "";
  if (when.type === "expression") return shorten(String(when.source ?? ""));
  const groups = Array.isArray(when.groups) ? when.groups.filter(isRecord) : [];
  const parts = groups.map((group) => joinRules(group, reader)).filter(Boolean);
  return shorten(parts.join(toWord(when.match, reader)));
}

function joinRules(group: Item, reader: Reader): string {
  const rules = Array.isArray(group.rules) ? group.rules.filter(isRecord) : [];
  return rules
    .map((rule) => describeRule(rule, reader))
    .filter(Boolean)
    .join(toWord(group.match, reader));
}

function describeRule({ left, operator, right }: Item, { locale, texts }: Reader): string {
  if (typeof left !== "string" || left.trim() === "") return "";
  const word = texts.values?.[String(operator ?? "equals")] ?? String(operator);
  const value =
    typeof right === "string"
      ? toLine(right, locale)
      : right === null || right === undefined
        ? ""
        : JSON.stringify(right);
  return `${left} ${word} ${value}`.trim();
}

function toWord(match: unknown, { locale }: Reader): string {
  const t = canvasMessages[locale];
  return ` ${match === "any" ? t.or : t.and} `;
}
