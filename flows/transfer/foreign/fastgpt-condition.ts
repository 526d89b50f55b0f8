import type { JsonObject } from "../../kernel/json.ts";
import { readText } from "./read-value.ts";

const OPERATORS: { readonly [theirs: string]: string | undefined } = {
  equalTo: "equals",
  notEqual: "not-equals",
  include: "contains",
  notInclude: "not-contains",
  startWith: "starts-with",
  endWith: "ends-with",
  isEmpty: "is-empty",
  isNotEmpty: "is-not-empty",
  greaterThan: "greater",
  greaterThanOrEqualTo: "greater-or-equal",
  lessThan: "less",
  lessThanOrEqualTo: "less-or-equal",
};

export function toFastgptRule(
  condition: { readonly [key: string]: unknown },
  toVariable: (value: unknown) => string | null,
  toText: (value: unknown) => string,
): { readonly rule: JsonObject; readonly isExact: boolean } {
  const theirs = readText(condition.condition);
  const operator = Object.hasOwn(OPERATORS, theirs) ? OPERATORS[theirs] : undefined;
  const left = toVariable(condition.variable);
  return {
    rule: { left: left ?? "", operator: operator ?? "equals", right: toText(condition.value) },
    isExact: operator !== undefined && left !== null,
  };
}
