import type { VariableType } from "../kernel/define-node.ts";

export type FunctionType = {
  /** What each argument must be for the call to be of use; null takes anything, and the last one counts for all that follow. */
  readonly takes: readonly (readonly VariableType[] | null)[];
  /** Null when it depends on the arguments. */
  readonly gives: VariableType | null;
};

const number = ["number"] as const;
const list = ["list"] as const;
const any = null;

/** What the functions of expressions take and give; see `EXPRESSION_FUNCTIONS`, whose refusals these mirror. */
export const FUNCTION_TYPES: { readonly [name: string]: FunctionType } = {
  len: { takes: [any], gives: "number" },
  lower: { takes: [any], gives: "text" },
  upper: { takes: [any], gives: "text" },
  trim: { takes: [any], gives: "text" },
  contains: { takes: [any], gives: "boolean" },
  startsWith: { takes: [any], gives: "boolean" },
  endsWith: { takes: [any], gives: "boolean" },
  matches: { takes: [any], gives: "boolean" },
  replace: { takes: [any], gives: "text" },
  number: { takes: [any], gives: "number" },
  text: { takes: [any], gives: "text" },
  round: { takes: [number], gives: "number" },
  floor: { takes: [number], gives: "number" },
  ceil: { takes: [number], gives: "number" },
  abs: { takes: [number], gives: "number" },
  min: { takes: [any], gives: null },
  max: { takes: [any], gives: null },
  sum: { takes: [list], gives: "number" },
  join: { takes: [list, any], gives: "text" },
  split: { takes: [any], gives: "list" },
  slice: { takes: [any, number], gives: null },
  first: { takes: [list], gives: null },
  last: { takes: [list], gives: null },
  where: { takes: [list, any], gives: "list" },
  find: { takes: [list, any], gives: null },
  keys: { takes: [any], gives: "list" },
  default: { takes: [any], gives: null },
  bool: { takes: [any], gives: "boolean" },
  date: { takes: [number, any], gives: "text" },
};
