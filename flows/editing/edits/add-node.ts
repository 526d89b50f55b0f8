import type { Bundle, FlowNode } from "../../kernel/flow.ts";
import { jsonSchema } from "../../kernel/json.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { isRecord } from "../../kernel/scan-limits.ts";
import { definitionRegistry } from "../../nodes/index.ts";
import { updateFlow } from "../locate.ts";

export type NewNode = {
  readonly id: string;
  readonly kind: string;
  readonly position: { readonly x: number; readonly y: number };
  /** The kind's defaults when absent. */
  readonly config?: FlowNode["config"];
  readonly title?: string;
};

/** Adds a node that nothing leads to yet. An unknown kind, a second start or an id that is taken changes nothing. */
export function addNode(bundle: Bundle, flowId: string, node: NewNode): Bundle {
  const created = createNode(node);
  if (created === null) return bundle;
  return updateFlow(bundle, flowId, (flow) => {
    const isTaken = flow.nodes.some(({ id }) => id === node.id);
    const isSecondStart = node.kind === START_KIND && flow.nodes.some(({ kind }) => kind === START_KIND);
    return isTaken || isSecondStart ? flow : { ...flow, nodes: [...flow.nodes, created] };
  });
}

/** A node as the document stores it, or null for a kind that is not ours. */
export function createNode({ id, kind, position, config, title }: NewNode): FlowNode | null {
  const defaults = listDefaults(kind);
  const version = Object.hasOwn(definitionRegistry, kind)
    ? definitionRegistry[kind]?.definition.version
    : null;
  if (defaults === null || version === undefined || version === null) return null;
  return {
    id,
    kind,
    version,
    position: { x: Math.round(position.x), y: Math.round(position.y) },
    config: config ?? defaults,
    onError: { mode: "stop" },
    ...(title === undefined ? {} : { title }),
  };
}

/** The config of a fresh node of a kind as it is stored, or null for a kind that is not ours. */
export function listDefaults(kind: string): FlowNode["config"] | null {
  const definition = Object.hasOwn(definitionRegistry, kind)
    ? definitionRegistry[kind]?.definition
    : undefined;
  const defaults = definition?.defaults();
  if (!isRecord(defaults)) return null;
  return Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, jsonSchema.parse(value)]));
}
