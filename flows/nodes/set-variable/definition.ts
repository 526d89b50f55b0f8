import { z } from "zod";
import { defineNode, type VariableType } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { missing } from "../config-issue.ts";
import { readsVariable, writesVariable } from "../reference.ts";
import { toValueType, type ValueSource, valueReferences, valueSourceSchema } from "../value-source.ts";
import { setVariableMessages } from "./messages.ts";

const ASSIGNMENTS_MAX = 30;

export const assignmentSchema = z.strictObject({
  variable: variableNameSchema,
  /** `append` adds to a list, `inc` to a number; `clear` needs no value. */
  op: z.enum(["set", "append", "inc", "clear"]).default("set"),
  value: valueSourceSchema.default({ type: "literal", value: null }),
});

/** Writes variables, from top to bottom. */
export const setVariableNode = defineNode({
  version: 1,
  family: "logic",
  icon: "variable",
  mode: "inline",
  config: z.strictObject({ assignments: z.array(assignmentSchema).max(ASSIGNMENTS_MAX) }),
  defaults: () => ({ assignments: [] }),
  ports: () => [{ id: "next" }],
  references: (config) =>
    config.assignments.flatMap(({ variable, op, value }, i) => [
      ...writesVariable(variable, `assignments[${i}].variable`, toWrittenType(op, value)),
      ...(op === "append" || op === "inc" ? readsVariable(variable, `assignments[${i}].variable`) : []),
      ...(op === "clear"
        ? []
        : valueReferences(value, `assignments[${i}].value`, op === "set" ? variable : undefined)),
    ]),
  check: (config) => (config.assignments.length === 0 ? [missing("assignments")] : []),
  form: [{ path: "assignments", widget: "assignments", required: true }],
  messages: setVariableMessages,
});

/** An emptied variable is of no type, and one that grows ends up as what it grows into. */
function toWrittenType(op: "set" | "append" | "inc" | "clear", value: ValueSource): VariableType | undefined {
  switch (op) {
    case "set":
      return toValueType(value);
    case "append":
      return "list";
    case "inc":
      return "number";
    case "clear":
      return undefined;
  }
}
