import type { Bundle, Flow } from "../../kernel/flow.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { listPorts } from "../inspect.ts";
import { updateFlow } from "../locate.ts";

export type Insertion = { readonly edgeId: string; readonly nodeId: string; readonly newEdgeId: string };

/**
 * Puts a node that is already in the flow into a wire: the wire ends at it, and its first port leads on to where the wire led.
 * Nothing changes where `canInsert` says no.
 */
export function insertOnEdge(bundle: Bundle, flowId: string, insertion: Insertion): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const { edgeId, nodeId, newEdgeId } = insertion;
    const edge = flow.edges.find(({ id }) => id === edgeId);
    if (edge === undefined || !canInsert(flow, { edgeId, nodeId })) return flow;
    const edges = flow.edges.map((other) => (other.id === edgeId ? { ...other, to: nodeId } : other));
    const port = findFirstPort(flow, nodeId);
    return {
      ...flow,
      edges: port === null ? edges : [...edges, { id: newEdgeId, from: nodeId, port, to: edge.to }],
    };
  });
}

/** A node fits into a wire while nothing is wired to it yet: neither its first port nor an end of this very wire. */
export function canInsert(flow: Flow, { edgeId, nodeId }: Pick<Insertion, "edgeId" | "nodeId">): boolean {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (edge === undefined || node === undefined || node.kind === START_KIND) return false;
  const port = findFirstPort(flow, nodeId);
  const isWired = flow.edges.some(
    ({ from, port: at, to }) => to === nodeId || (from === nodeId && at === port),
  );
  return !isWired && edge.from !== nodeId;
}

function findFirstPort(flow: Flow, nodeId: string): string | null {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return node === undefined ? null : (listPorts(node)[0]?.id ?? null);
}
