import type { FlowVariable } from "#flows/kernel/flow.ts";
import { OPERATORS, type Operator } from "#flows/nodes/condition/definition.ts";

type ValueType = FlowVariable["type"];

const EMPTINESS: readonly Operator[] = ["is-empty", "is-not-empty"];

const BY_TYPE: { readonly [Type in ValueType]: readonly Operator[] } = {
  text: [
    "equals",
    "not-equals",
    "contains",
    "not-contains",
    "starts-with",
    "ends-with",
    "in",
    "not-in",
    "matches",
    "before",
    "after",
    ...EMPTINESS,
  ],
  number: [
    "equals",
    "not-equals",
    "greater",
    "greater-or-equal",
    "less",
    "less-or-equal",
    "in",
    "not-in",
    ...EMPTINESS,
  ],
  boolean: ["is-true", "is-false", ...EMPTINESS],
  list: ["contains", "not-contains", ...EMPTINESS],
  object: EMPTINESS,
};

/** Operators that make sense for a type; the one that is chosen stays, whatever the type has become. */
export function listOperators(type: ValueType | null, chosen: Operator): readonly Operator[] {
  const fitting = type === null ? OPERATORS : BY_TYPE[type];
  return fitting.includes(chosen) ? fitting : [...fitting, chosen];
}

export const isOperator = (value: unknown): value is Operator => OPERATORS.some((own) => own === value);

export type RightSide = "none" | "text" | "number" | "boolean" | "list" | "pattern" | "date";

/** With which control the right side of a rule is written. */
export function toRightSide(operator: Operator, type: ValueType | null): RightSide {
  switch (operator) {
    case "is-empty":
    case "is-not-empty":
    case "is-true":
    case "is-false":
      return "none";
    case "in":
    case "not-in":
      return "list";
    case "matches":
      return "pattern";
    case "before":
    case "after":
      return "date";
    case "greater":
    case "greater-or-equal":
    case "less":
    case "less-or-equal":
      return "number";
    default:
      return type === "number" || type === "boolean" ? type : "text";
  }
}
