import type { NodeDefinition, NodeFamily } from "#flows/kernel/define-node.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";

export type NodeLook = {
  readonly title: string;
  readonly icon: string;
  readonly family: NodeFamily;
  readonly ports: Readonly<Record<string, string>>;
};

/** How a kind looks in a trace. A kind of a newer version stays visible by its id. */
export function toNodeLook(kind: string, locale: Locale): NodeLook {
  const known: Readonly<Record<string, NodeDefinition>> = definitions;
  const definition = Object.hasOwn(known, kind) ? known[kind] : undefined;
  if (!definition) return { title: kind, icon: "", family: "entry", ports: {} };
  const { title, ports } = definition.messages[locale];
  return { title, ports, icon: definition.icon, family: definition.family };
}
