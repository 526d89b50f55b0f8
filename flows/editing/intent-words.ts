import { ExpressionError } from "../kernel/expression-error.ts";
import { lexExpression, type Token } from "../kernel/expression-lexer.ts";
import type { Flow } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { compileTemplate } from "../kernel/template.ts";
import { LOCALES, type Text } from "../kernel/text.ts";
import { inspect } from "./inspect.ts";
import type { Renaming } from "./rename-names.ts";

/** Which variables hold ids of intents, so that a text beside one of them is an intent and not just a word. */
export type IntentNames = ReadonlySet<string>;

export function listIntentNames(flow: Flow): IntentNames {
  return new Set(
    flow.nodes.flatMap((node) =>
      inspect(node).references.flatMap((reference) =>
        reference.type === "variable" && reference.holdsIntent === true ? [reference.name] : [],
      ),
    ),
  );
}

type Compared = { readonly id: string; readonly at: number };

/** The intents that an expression names: `topic == "refund"`, `"refund" != topic`, `topic in ["refund", "exchange"]`. */
export function listCompared(source: string, names: IntentNames): readonly Compared[] {
  if (names.size === 0) return [];
  const tokens = lex(source);
  return tokens.flatMap((token, i) => {
    if (token.type !== "name" || !names.has(token.value) || isSign(tokens[i - 1], ".")) return [];
    const [before, sign] = [tokens[i - 2], tokens[i - 1]];
    return [
      ...(isEquality(sign) && before?.type === "text" ? [toCompared(before)] : []),
      ...listAfter(tokens, i + 1),
    ];
  });
}

function listAfter(tokens: readonly Token[], at: number): readonly Compared[] {
  const [sign, value] = [tokens[at], tokens[at + 1]];
  if (isEquality(sign)) return value?.type === "text" ? [toCompared(value)] : [];
  if (sign?.type !== "name" || sign.value !== "in" || !isSign(value, "[")) return [];
  const end = tokens.findIndex((token, i) => i > at && isSign(token, "]"));
  return tokens.slice(at, end).flatMap((token) => (token.type === "text" ? [toCompared(token)] : []));
}

/** The same expression with another id; one that is spelt with escapes is left alone. */
export function renameCompared(source: string, names: IntentNames, { from, to }: Renaming): string {
  return listCompared(source, names)
    .filter(({ id, at }) => id === from && source.startsWith(from, at + 1))
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at }) => text.slice(0, at + 1) + to + text.slice(at + 1 + from.length), source);
}

export function isComparedIn(text: Text, names: IntentNames, id: string): boolean {
  return toSources(text).some((source) =>
    compileTemplate(source).expressions.some((inner) =>
      listCompared(inner.source, names).some((compared) => compared.id === id),
    ),
  );
}

/** The same, between the braces of a text; the very text when the id is not in it. */
export function renameComparedIn(text: Text, names: IntentNames, renaming: Renaming): Text {
  if (typeof text === "string") return renameInSource(text, names, renaming);
  let changed = text;
  for (const locale of LOCALES) {
    const before = text[locale];
    const after = before === undefined ? undefined : renameInSource(before, names, renaming);
    if (after !== before) changed = { ...changed, [locale]: after };
  }
  return changed;
}

function renameInSource(source: string, names: IntentNames, renaming: Renaming): string {
  return compileTemplate(source)
    .expressions.toReversed()
    .reduce((text, { source: inner, at }) => {
      const renamed = renameCompared(inner, names, renaming);
      return renamed === inner ? text : text.slice(0, at) + renamed + text.slice(at + inner.length);
    }, source);
}

/** What a rule compares with: one id, or several in a list. */
export function renameConstant(value: unknown, { from, to }: Renaming): unknown {
  if (value === from) return to;
  return Array.isArray(value) && value.includes(from)
    ? value.map((item: unknown) => (item === from ? to : item))
    : value;
}

export function holdsConstant(value: Json, id: string): boolean {
  return value === id || (Array.isArray(value) && value.includes(id));
}

function toSources(text: Text): readonly string[] {
  return typeof text === "string" ? [text] : LOCALES.flatMap((locale) => text[locale] ?? []);
}

function lex(source: string): readonly Token[] {
  try {
    return lexExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

const isSign = (token: Token | undefined, sign: string) => token?.type === "sign" && token.value === sign;
const isEquality = (token: Token | undefined) => isSign(token, "==") || isSign(token, "!=");
const toCompared = ({ value, at }: Token & { readonly type: "text" }): Compared => ({ id: value, at });
