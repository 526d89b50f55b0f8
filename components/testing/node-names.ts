import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import type { Bundle, Flow, FlowNode } from "#flows/kernel/flow.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type Locale, pickText } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";

export type NamedPort = { readonly id: string; readonly name: string };

export type NamedNode = {
  readonly flowId: string;
  readonly nodeId: string;
  /** Of the sub-flow that it stands in; null in the main flow. */
  readonly flowName: string | null;
  readonly kind: string;
  readonly name: string;
  readonly ports: readonly NamedPort[];
};

export type NodeNames = {
  readonly nodes: readonly NamedNode[];
  /** What a test names may be gone; then its id must do. */
  nodeName(flowId: string, nodeId: string): string;
  portName(place: { readonly flowId: string; readonly nodeId: string; readonly port: string }): string;
};

/** Nodes and ports as their author calls them, in the reader's language. */
export function createNodeNames(bundle: Bundle, locale: Locale): NodeNames {
  const flows: readonly (readonly [string, Flow])[] = [
    [MAIN_FLOW_ID, bundle.flow],
    ...Object.entries(bundle.subflows),
  ];
  const nodes = flows.flatMap(([flowId, flow]) =>
    flow.nodes.map((node) => ({
      ...toNamed(flowId, node, locale),
      flowName: flowId === MAIN_FLOW_ID ? null : nameFlow(bundle, flowId),
    })),
  );
  const known = new Map(nodes.map((node) => [`${node.flowId}/${node.nodeId}`, node]));
  return {
    nodes,
    nodeName: (flowId, nodeId) => known.get(`${flowId}/${nodeId}`)?.name ?? nodeId,
    portName: ({ flowId, nodeId, port }) =>
      known.get(`${flowId}/${nodeId}`)?.ports.find(({ id }) => id === port)?.name ?? port,
  };
}

function toNamed(flowId: string, node: FlowNode, locale: Locale): Omit<NamedNode, "flowName"> {
  const definition = findDefinition(node.kind);
  return {
    flowId,
    nodeId: node.id,
    kind: node.kind,
    name: node.title?.trim() || (definition?.messages[locale].title ?? node.kind),
    ports: definition ? listPorts(node, definition, locale) : [],
  };
}

function listPorts(node: FlowNode, definition: NodeDefinition, locale: Locale): readonly NamedPort[] {
  const config = definition.config.safeParse(node.config);
  if (!config.success) return [];
  const names = definition.messages[locale].ports;
  return definition.ports(config.data).map(({ id, label }) => ({
    id,
    name: (label === undefined ? "" : pickText(label, locale, locale)) || (names[id] ?? id),
  }));
}

function findDefinition(kind: string): NodeDefinition | undefined {
  const known: Readonly<Record<string, NodeDefinition>> = definitions;
  return Object.hasOwn(known, kind) ? known[kind] : undefined;
}
