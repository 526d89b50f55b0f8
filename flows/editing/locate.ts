import type { Bundle, Flow, FlowNode } from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";

/** One node of a bundle; `flowId` is `main` or a key of `subflows`. */
export type NodePlace = { readonly flowId: string; readonly nodeId: string };

export function findFlow(bundle: Bundle, flowId: string): Flow | null {
  if (flowId === MAIN_FLOW_ID) return bundle.flow;
  return Object.hasOwn(bundle.subflows, flowId) ? (bundle.subflows[flowId] ?? null) : null;
}

export function getFlow(bundle: Bundle, flowId: string): Flow {
  const flow = findFlow(bundle, flowId);
  if (flow === null) throw new Error(`no flow "${flowId}" in this bundle`);
  return flow;
}

export function findNode(bundle: Bundle, { flowId, nodeId }: NodePlace): FlowNode | null {
  return findFlow(bundle, flowId)?.nodes.find(({ id }) => id === nodeId) ?? null;
}

/** A change of a flow that is gone changes nothing; what was not changed stays the same object. */
export function updateFlow(bundle: Bundle, flowId: string, change: (flow: Flow) => Flow): Bundle {
  const flow = findFlow(bundle, flowId);
  if (flow === null) return bundle;
  const changed = change(flow);
  if (changed === flow) return bundle;
  return flowId === MAIN_FLOW_ID
    ? { ...bundle, flow: changed }
    : { ...bundle, subflows: { ...bundle.subflows, [flowId]: changed } };
}

export function updateNode(bundle: Bundle, place: NodePlace, change: (node: FlowNode) => FlowNode): Bundle {
  return updateNodes(bundle, place.flowId, (node) => (node.id === place.nodeId ? change(node) : node));
}

/** Nodes that `change` hands back as they were keep their identity, and so does the list when all were. */
export function updateNodes(bundle: Bundle, flowId: string, change: (node: FlowNode) => FlowNode): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const nodes = mapShared(flow.nodes, change);
    return nodes === flow.nodes ? flow : { ...flow, nodes };
  });
}

/** `map` that returns the very list when no element changed. */
export function mapShared<Item>(items: Item[], change: (item: Item) => Item): Item[] {
  const changed = items.map(change);
  return changed.every((item, i) => item === items[i]) ? items : changed;
}

/** `filter` that returns the very list when all elements stay. */
export function filterShared<Item>(items: Item[], keep: (item: Item) => boolean): Item[] {
  const kept = items.filter(keep);
  return kept.length === items.length ? items : kept;
}
