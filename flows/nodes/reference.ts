import type { Reference, VariableType } from "../kernel/define-node.ts";
import type { Text } from "../kernel/text.ts";

export function readsVariable(name: string | undefined, path: string): readonly Reference[] {
  return name ? [{ type: "variable", name, path, access: "read" }] : [];
}

/** `holds` is the type of what is written, where that is certain. */
export function writesVariable(
  name: string | undefined,
  path: string,
  holds?: VariableType,
): readonly Reference[] {
  if (!name) return [];
  return [{ type: "variable", name, path, access: "write", ...(holds === undefined ? {} : { holds }) }];
}

/** The variable gets the id of an intent. */
export function writesIntent(name: string | undefined, path: string): readonly Reference[] {
  return name ? [{ type: "variable", name, path, access: "write", holds: "text", holdsIntent: true }] : [];
}

export function usesTemplate(source: Text | undefined, path: string): readonly Reference[] {
  return source === undefined ? [] : [{ type: "template", source, path }];
}

type ExpressionUse = Pick<Reference & { readonly type: "expression" }, "expects" | "into">;

export function usesExpression(
  source: string | undefined,
  path: string,
  use: ExpressionUse = {},
): readonly Reference[] {
  return source ? [{ type: "expression", source, path, ...use }] : [];
}

type FlowVariableUse = Omit<Reference & { readonly type: "flow-variable" }, "type" | "flowId">;

export function usesFlowVariable(flowId: string, use: FlowVariableUse): readonly Reference[] {
  return flowId === "" ? [] : [{ type: "flow-variable", flowId, ...use }];
}

export function usesPattern(source: string | undefined, path: string): readonly Reference[] {
  return source ? [{ type: "pattern", source, path }] : [];
}
