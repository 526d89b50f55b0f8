import { z } from "zod";
import type { Reference, VariableType } from "../kernel/define-node.ts";
import type { NodeContext } from "../kernel/executor.ts";
import { type Json, type JsonObject, jsonSchema } from "../kernel/json.ts";
import { textSchema } from "../kernel/text.ts";
import { usesExpression, usesTemplate } from "./reference.ts";

/** Longest expression that an author may write. */
const EXPRESSION_MAX_CHARS = 2_000;

export const expressionSchema = z.string().max(EXPRESSION_MAX_CHARS);

/** Where a value comes from: written down as it is, a text with `{{ }}` in it, or an expression. */
export const valueSourceSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("literal"), value: jsonSchema }),
  z.strictObject({ type: z.literal("template"), text: textSchema }),
  z.strictObject({ type: z.literal("expression"), source: expressionSchema }),
]);

export type ValueSource = z.infer<typeof valueSourceSchema>;

/** Throws an `ExpressionError` when the expression does; the node then takes its error path. */
export function resolveValue(source: ValueSource, context: NodeContext, assigned?: JsonObject): Json {
  switch (source.type) {
    case "literal":
      return source.value;
    case "template":
      return context.text(source.text, assigned);
    case "expression":
      return context.evaluate(source.source, assigned);
  }
}

/** With `into`, the variable that gets the value, so that the type of an expression can be compared with it. */
export function valueReferences(source: ValueSource, path: string, into?: string): readonly Reference[] {
  switch (source.type) {
    case "literal":
      return [];
    case "template":
      return usesTemplate(source.text, `${path}.text`);
    case "expression":
      return usesExpression(source.source, `${path}.source`, into === undefined ? {} : { into });
  }
}

/** What a value is for certain; that of an expression is worked out by the checks. */
export function toValueType(source: ValueSource): VariableType | undefined {
  if (source.type === "template") return "text";
  if (source.type === "expression" || source.value === null) return undefined;
  const { value } = source;
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return Array.isArray(value) ? "list" : "object";
}
