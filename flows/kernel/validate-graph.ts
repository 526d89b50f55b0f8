import { type InspectedFlow, type InspectedNode, isEntry } from "./inspect-flow.ts";
import { listCycles } from "./list-cycles.ts";
import { type Problem, toProblem } from "./problem.ts";

/** Names shown of one circle; more would hide what is meant. */
const NAMES_MAX = 6;

/** The flow as a picture: what no path reaches, and circles that never wait. */
export function validateGraph(flow: InspectedFlow, flows: readonly InspectedFlow[]): readonly Problem[] {
  return [...listUnreachable(flow), ...listEndlessCycles(flow, flows)];
}

function listUnreachable(flow: InspectedFlow): readonly Problem[] {
  const reached = listReached(flow);
  if (reached === null) return [];
  return flow.nodes
    .filter(({ node }) => !reached.has(node.id) && node.disabled !== true)
    .map(({ node, label }) =>
      toProblem("unreachable_node", { flowId: flow.id, nodeId: node.id }, { node: label }),
    );
}

const knownReached = new WeakMap<InspectedFlow, { readonly reached: ReadonlySet<string> | null }>();

/** Nodes that some path leads to; null for a flow without a start, where nothing can be said of any. */
export function listReached(flow: InspectedFlow): ReadonlySet<string> | null {
  const known = knownReached.get(flow) ?? { reached: walkFromRoots(flow) };
  knownReached.set(flow, known);
  return known.reached;
}

function walkFromRoots(flow: InspectedFlow): ReadonlySet<string> | null {
  const { settings } = flow.flow;
  const roots = [
    ...flow.nodes.filter(isEntry).map(({ node }) => node.id),
    ...[settings.fallback.to, settings.repair.human.to, settings.repair.cancel.to].filter(
      (to) => to !== null,
    ),
  ];
  // Without a start everything is unreachable; saying so for each node would hide the one real problem.
  if (roots.length === 0) return null;

  const reached = new Set(roots);
  const waiting = [...reached];
  for (let nodeId = waiting.pop(); nodeId !== undefined; nodeId = waiting.pop()) {
    for (const to of listTargets(flow, nodeId, () => true)) {
      if (!reached.has(to)) waiting.push(to);
      reached.add(to);
    }
  }
  return reached;
}

function listEndlessCycles(flow: InspectedFlow, flows: readonly InspectedFlow[]): readonly Problem[] {
  const isBusy = (nodeId: string) => {
    const inspected = flow.byId.get(nodeId);
    return inspected !== undefined && !waits(inspected, flows);
  };
  const cycles = listCycles(flow.nodes.map(({ node }) => node.id).filter(isBusy), (nodeId) => {
    const bounded = flow.byId.get(nodeId)?.definition?.boundedPorts ?? [];
    return listTargets(flow, nodeId, (port) => !bounded.includes(port)).filter(isBusy);
  });
  return cycles.map((nodeIds) => {
    const labels = nodeIds.slice(0, NAMES_MAX).map((id) => flow.byId.get(id)?.label);
    const nodes = {
      "zh-CN": labels.map((label) => `「${label?.["zh-CN"]}」`).join("→"),
      en: labels.map((label) => `“${label?.en}”`).join(" → "),
    };
    return toProblem(
      "endless_cycle",
      { flowId: flow.id, nodeId: nodeIds[0] ?? "" },
      { nodes, count: nodeIds.length },
    );
  });
}

/** Does the walk stop here until somebody outside does something? A call to a sub-flow counts when that flow can come to such a node. */
function waits(inspected: InspectedNode, flows: readonly InspectedFlow[]): boolean {
  if (inspected.node.disabled === true) return false;
  if (inspected.definition === null || inspected.definition.mode === "waits") return true;
  return inspected.references.some(
    (reference) => reference.type === "flow" && canWait(reference.flowId, flows, new Set()),
  );
}

/** Sub-flows that call each other in a circle are named elsewhere; here they only must not be walked for ever. */
function canWait(flowId: string, flows: readonly InspectedFlow[], seen: Set<string>): boolean {
  const flow = flows.find(({ id }) => id === flowId);
  if (flow === undefined || seen.has(flowId)) return false;
  seen.add(flowId);
  const reached = listReached(flow);
  return flow.nodes.some(({ node, definition, references }) => {
    if (reached?.has(node.id) === false || node.disabled === true) return false;
    if (definition?.mode === "waits") return true;
    return references.some(
      (reference) => reference.type === "flow" && canWait(reference.flowId, flows, seen),
    );
  });
}

/** Where a node can lead: its wires, and the nodes that its config names. */
export function listTargets(
  flow: InspectedFlow,
  nodeId: string,
  uses: (port: string) => boolean,
): readonly string[] {
  const wires = flow.edgesFrom.get(nodeId) ?? [];
  const named = flow.byId.get(nodeId)?.references ?? [];
  return [
    ...wires.filter(({ port }) => uses(port)).map(({ to }) => to),
    ...named.flatMap((reference) => (reference.type === "node" ? [reference.nodeId] : [])),
  ].filter((to) => flow.byId.has(to));
}
