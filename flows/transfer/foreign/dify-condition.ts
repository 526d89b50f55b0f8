import type { JsonObject } from "../../kernel/json.ts";
import { readText, readTexts } from "./read-value.ts";

/** Their comparison, ours, and whether the two mean the same. */
const OPERATORS: { readonly [theirs: string]: string | undefined } = {
  contains: "contains",
  "not contains": "not-contains",
  "start with": "starts-with",
  "end with": "ends-with",
  is: "equals",
  "is not": "not-equals",
  empty: "is-empty",
  "not empty": "is-not-empty",
  null: "is-empty",
  "not null": "is-not-empty",
  exists: "is-not-empty",
  "not exists": "is-empty",
  in: "in",
  "not in": "not-in",
  "=": "equals",
  "≠": "not-equals",
  ">": "greater",
  "<": "less",
  "≥": "greater-or-equal",
  "≤": "less-or-equal",
};

export function toRule(
  condition: { readonly [key: string]: unknown },
  toVariable: (selector: readonly string[]) => string,
  toTemplate: (text: string) => string,
): { readonly rule: JsonObject; readonly isExact: boolean } {
  const theirs = readText(condition.comparison_operator);
  const operator = Object.hasOwn(OPERATORS, theirs) ? OPERATORS[theirs] : undefined;
  const selector = readTexts(condition.variable_selector);
  const right = Array.isArray(condition.value)
    ? condition.value.map(readText)
    : toTemplate(readText(condition.value));
  return {
    rule: { left: selector.length > 0 ? toVariable(selector) : "", operator: operator ?? "equals", right },
    isExact: operator !== undefined && selector.length > 0,
  };
}
