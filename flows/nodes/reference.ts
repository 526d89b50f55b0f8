import type { Reference } from "../kernel/define-node.ts";
import type { Text } from "../kernel/text.ts";

export function readsVariable(name: string | undefined, path: string): readonly Reference[] {
  return name ? [{ type: "variable", name, path, access: "read" }] : [];
}

export function writesVariable(name: string | undefined, path: string): readonly Reference[] {
  return name ? [{ type: "variable", name, path, access: "write" }] : [];
}

export function usesTemplate(source: Text | undefined, path: string): readonly Reference[] {
  return source === undefined ? [] : [{ type: "template", source, path }];
}

export function usesExpression(source: string | undefined, path: string): readonly Reference[] {
  return source ? [{ type: "expression", source, path }] : [];
}

export function usesPattern(source: string | undefined, path: string): readonly Reference[] {
  return source ? [{ type: "pattern", source, path }] : [];
}
