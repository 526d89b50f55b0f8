import { z } from "zod";
import type { Reference } from "../kernel/define-node.ts";
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

export function valueReferences(source: ValueSource, path: string): readonly Reference[] {
  switch (source.type) {
    case "literal":
      return [];
    case "template":
      return usesTemplate(source.text, `${path}.text`);
    case "expression":
      return usesExpression(source.source, `${path}.source`);
  }
}
