import { toNodeLook } from "#components/conversations/node-look.ts";
import type { NodeDefinition, NodeFamily } from "#flows/kernel/define-node.ts";
import type { Bundle, FlowNode } from "#flows/kernel/flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type Locale, pickText } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";

export type NodePlace = { readonly flowId: string; readonly nodeId: string };

export function findFlowNode(bundle: Bundle, { flowId, nodeId }: NodePlace): FlowNode | null {
  const flow = flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[flowId];
  return flow?.nodes.find(({ id }) => id === nodeId) ?? null;
}

export type NodeFace = {
  readonly title: string;
  readonly kindTitle: string;
  readonly icon: string;
  readonly family: NodeFamily;
  /** Ports by id, in the reader's language. */
  readonly ports: ReadonlyMap<string, string>;
};

const faces: { readonly [L in Locale]: WeakMap<FlowNode, NodeFace> } = {
  "zh-CN": new WeakMap(),
  en: new WeakMap(),
};

/** How a node of the draft is named to the reader. */
export function toNodeFace(node: FlowNode, locale: Locale): NodeFace {
  const known = faces[locale].get(node);
  if (known !== undefined) return known;
  const look = toNodeLook(node.kind, locale);
  const face: NodeFace = {
    title: node.title || look.title,
    kindTitle: look.title,
    icon: look.icon,
    family: look.family,
    ports: new Map(listPorts(node).map(({ id, label }) => [id, label(locale) || look.ports[id] || id])),
  };
  faces[locale].set(node, face);
  return face;
}

type NamedPort = { readonly id: string; label(locale: Locale): string };

function listPorts(node: FlowNode): readonly NamedPort[] {
  const known: Readonly<Record<string, NodeDefinition>> = definitions;
  const definition = Object.hasOwn(known, node.kind) ? known[node.kind] : undefined;
  const parsed = definition?.config.safeParse(node.config);
  const ports = definition !== undefined && parsed?.success ? definition.ports(parsed.data) : [];
  const error = node.onError.mode === "port" ? [{ id: "error" }] : [];
  return [...ports, ...error].map(({ id, ...port }) => ({
    id,
    label: (locale) =>
      "label" in port && port.label !== undefined ? pickText(port.label, locale, locale) : "",
  }));
}
