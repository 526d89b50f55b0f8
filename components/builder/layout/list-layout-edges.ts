import type { Flow, FlowEdge } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";

/** A wire over more layers than this does not pull its ends together; it would only cost time and bend the picture. */
const SPAN_MAX = 3;

/**
 * The wires that shape a layout: none that leads back, and of the others those between neighbouring layers. Each node that can be
 * reached keeps at least one. Long wires cost a layout of 500 nodes ten seconds, short ones half of one.
 */
export function listLayoutEdges(flow: Pick<Flow, "nodes" | "edges">): readonly FlowEdge[] {
  const outgoing = listOutgoing(flow);
  const { order, back } = walk(flow, outgoing);
  const layers = new Map<string, number>();
  for (const id of order) {
    const layer = layers.get(id) ?? 0;
    layers.set(id, layer);
    for (const edge of outgoing.get(id) ?? []) {
      if (!back.has(edge)) layers.set(edge.to, Math.max(layers.get(edge.to) ?? 0, layer + 1));
    }
  }
  const span = ({ from, to }: FlowEdge) => (layers.get(to) ?? 0) - (layers.get(from) ?? 0);
  return [...outgoing.values()].flat().filter((edge) => !back.has(edge) && span(edge) <= SPAN_MAX);
}

function listOutgoing(flow: Pick<Flow, "nodes" | "edges">): ReadonlyMap<string, readonly FlowEdge[]> {
  const known = new Set(flow.nodes.map(({ id }) => id));
  const outgoing = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    if (!known.has(edge.from) || !known.has(edge.to) || edge.from === edge.to) continue;
    const list = outgoing.get(edge.from);
    if (list === undefined) outgoing.set(edge.from, [edge]);
    else list.push(edge);
  }
  return outgoing;
}

type Walk = { readonly order: readonly string[]; readonly back: ReadonlySet<FlowEdge> };

/** Depth first from the start, without recursion: a flow may be 2,000 nodes deep. */
function walk(flow: Pick<Flow, "nodes">, outgoing: ReadonlyMap<string, readonly FlowEdge[]>): Walk {
  const back = new Set<FlowEdge>();
  const done: string[] = [];
  const state = new Map<string, "open" | "done">();
  const roots = [...flow.nodes].sort((a, b) => Number(b.kind === START_KIND) - Number(a.kind === START_KIND));
  for (const { id } of roots) {
    if (state.has(id)) continue;
    state.set(id, "open");
    const stack = [{ id, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = outgoing.get(top.id)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        state.set(top.id, "done");
        done.push(top.id);
        stack.pop();
      } else if (state.get(edge.to) === "open") {
        back.add(edge);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, "open");
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return { order: done.reverse(), back };
}
