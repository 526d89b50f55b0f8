import { compileExpression, type Expression } from "../kernel/expression.ts";
import { ExpressionError } from "../kernel/expression-error.ts";
import { variableNameSchema } from "../kernel/flow.ts";
import { compileTemplate } from "../kernel/template.ts";
import { LOCALES, type Text } from "../kernel/text.ts";

export type Renaming = { readonly from: string; readonly to: string };

/** Words of the expression language: a variable of such a name could never be read. */
const KEYWORDS = ["true", "false", "null", "and", "or", "not", "in"];

/** A name as it stands in the source, which may be spelt in more characters than its normal form. */
const SPELT_NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** Whether expressions can read a variable of this name. */
export function isReadableName(name: string): boolean {
  return (
    variableNameSchema.safeParse(name).success && !KEYWORDS.includes(name) && name === name.normalize("NFC")
  );
}

/** Only where the name is read: not in texts, after a dot, as a key or as a function. What cannot be read is left alone. */
export function renameInExpression(source: string, { from, to }: Renaming): string {
  const places = readExpression(source)?.places.get(from) ?? [];
  return places.toSorted((a, b) => b - a).reduce((text, at) => replaceName(text, at, to), source);
}

export function renameInTemplate(source: string, renaming: Renaming): string {
  const { expressions } = compileTemplate(source);
  return expressions.toReversed().reduce((text, { source: inner, at }) => {
    const renamed = renameInExpression(inner, renaming);
    return renamed === inner ? text : text.slice(0, at) + renamed + text.slice(at + inner.length);
  }, source);
}

/** A text of one string or one a language; the very text when the name is not in it. */
export function renameInText(text: Text, renaming: Renaming): Text {
  if (typeof text === "string") return renameInTemplate(text, renaming);
  let changed = text;
  for (const locale of LOCALES) {
    const before = text[locale];
    const after = before === undefined ? undefined : renameInTemplate(before, renaming);
    if (after !== before) changed = { ...changed, [locale]: after };
  }
  return changed;
}

function readExpression(source: string): Expression | null {
  try {
    return compileExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

function replaceName(text: string, at: number, to: string): string {
  SPELT_NAME.lastIndex = at;
  const spelt = SPELT_NAME.exec(text)?.[0] ?? "";
  return text.slice(0, at) + to + text.slice(at + spelt.length);
}
