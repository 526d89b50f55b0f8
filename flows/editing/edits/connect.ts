import type { Bundle, Flow, FlowEdge } from "../../kernel/flow.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { filterShared, mapShared, updateFlow } from "../locate.ts";

/** A port holds one wire: a new one takes the place of the old. A wire to nothing, or into a start, is not drawn. */
export function connect(bundle: Bundle, flowId: string, edge: FlowEdge): Bundle {
  return updateFlow(bundle, flowId, (flow) => connectIn(flow, edge));
}

export function disconnect(bundle: Bundle, flowId: string, edgeIds: Iterable<string>): Bundle {
  const gone = new Set(edgeIds);
  return updateFlow(bundle, flowId, (flow) =>
    withEdges(
      flow,
      filterShared(flow.edges, ({ id }) => !gone.has(id)),
    ),
  );
}

/** Moves one end of a wire; the wire keeps its id, and the one that held its new port goes. */
export function reconnect(
  bundle: Bundle,
  flowId: string,
  moved: { readonly edgeId: string } & Pick<FlowEdge, "from" | "port" | "to">,
): Bundle {
  const { edgeId, from, port, to } = moved;
  return updateFlow(bundle, flowId, (flow) =>
    flow.edges.some(({ id }) => id === edgeId) ? connectIn(flow, { id: edgeId, from, port, to }) : flow,
  );
}

/** Whether a wire may lead there at all. */
export function canConnect(flow: Flow, { from, to }: Pick<FlowEdge, "from" | "to">): boolean {
  const target = flow.nodes.find(({ id }) => id === to);
  return target !== undefined && target.kind !== START_KIND && flow.nodes.some(({ id }) => id === from);
}

function connectIn(flow: Flow, edge: FlowEdge): Flow {
  if (!canConnect(flow, edge)) return flow;
  const isAtPort = ({ from, port }: FlowEdge) => from === edge.from && port === edge.port;
  if (flow.edges.some((other) => isAtPort(other) && other.to === edge.to && other.id !== edge.id))
    return flow;
  const others = filterShared(flow.edges, (other) => other.id === edge.id || !isAtPort(other));
  if (!others.some(({ id }) => id === edge.id)) return { ...flow, edges: [...others, edge] };
  return withEdges(
    flow,
    mapShared(others, (other) => (other.id !== edge.id || isSame(other, edge) ? other : edge)),
  );
}

const isSame = (a: FlowEdge, b: FlowEdge): boolean => a.from === b.from && a.port === b.port && a.to === b.to;

const withEdges = (flow: Flow, edges: FlowEdge[]): Flow => (edges === flow.edges ? flow : { ...flow, edges });
