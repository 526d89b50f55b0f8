import { listPorts } from "#flows/editing/inspect.ts";
import { findNode, type NodePlace, updateFlow } from "#flows/editing/locate.ts";
import type { Bundle } from "#flows/kernel/flow.ts";

/** Takes the wires of ports away that an edit took away (a deleted option): they would lead nowhere, and one undo brings both back. */
export function dropDeadWires(before: Bundle, after: Bundle, place: NodePlace): Bundle {
  const [was, is] = [findNode(before, place), findNode(after, place)];
  if (was === null || is === null || was === is) return after;
  const left = new Set(listPorts(is).map(({ id }) => id));
  // A config that cannot be read shows no ports at all; that is no reason to cut any.
  const gone = new Set(left.size === 0 ? [] : listPorts(was).flatMap(({ id }) => (left.has(id) ? [] : [id])));
  if (gone.size === 0) return after;
  return updateFlow(after, place.flowId, (flow) => {
    const edges = flow.edges.filter(({ from, port }) => from !== place.nodeId || !gone.has(port));
    return edges.length === flow.edges.length ? flow : { ...flow, edges };
  });
}
