import type { Bundle, Flow, FlowEdge } from "../../kernel/flow.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { filterShared, mapShared, updateFlow } from "../locate.ts";

/** What is marked on the canvas. */
export type Marked = {
  readonly nodes?: Iterable<string>;
  readonly edges?: Iterable<string>;
  readonly notes?: Iterable<string>;
  readonly groups?: Iterable<string>;
};

/**
 * Takes out what is marked. Where a node had one wire in and one out, the wire in now leads to where the other led. A flow keeps
 * its only start. A group goes without its members, and with its last member.
 */
export function removeSelection(bundle: Bundle, flowId: string, marked: Marked): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const nodes = listRemovable(flow, new Set(marked.nodes));
    const edges = new Set(marked.edges);
    const notes = new Set(marked.notes);
    const groups = new Set(marked.groups);
    const withoutNotes = filterShared(flow.notes, ({ id }) => !notes.has(id));
    const keptGroups = filterShared(flow.groups, ({ id }) => !groups.has(id));
    const changed = {
      nodes: filterShared(flow.nodes, ({ id }) => !nodes.has(id)),
      edges: healEdges(flow.edges, nodes, edges),
      notes: withoutNotes,
      groups: leaveGroups(keptGroups, nodes),
    };
    const isSame =
      changed.nodes === flow.nodes &&
      changed.edges === flow.edges &&
      changed.notes === flow.notes &&
      changed.groups === flow.groups;
    return isSame ? flow : { ...flow, ...changed };
  });
}

/** Takes nodes out of all groups; a group without members has no place on the canvas and goes. */
export function leaveGroups(groups: Flow["groups"], nodes: ReadonlySet<string>): Flow["groups"] {
  const changed = mapShared(groups, (group) => {
    const members = filterShared(group.nodes, (id) => !nodes.has(id));
    return members === group.nodes ? group : { ...group, nodes: members };
  });
  return filterShared(changed, (group) => group.nodes.length > 0 || groups.includes(group));
}

function listRemovable(flow: Flow, marked: ReadonlySet<string>): ReadonlySet<string> {
  const starts = flow.nodes.filter(({ kind }) => kind === START_KIND);
  const isLastStartMarked = starts.every(({ id }) => marked.has(id));
  const [kept] = starts;
  if (!isLastStartMarked || kept === undefined) return marked;
  return new Set([...marked].filter((id) => id !== kept.id));
}

/** Marked wires go. A wire that touches a node on its way out is decided by the healing: box select marks those too. */
function healEdges(edges: FlowEdge[], nodes: ReadonlySet<string>, marked: ReadonlySet<string>): FlowEdge[] {
  const touches = ({ from, to }: FlowEdge) => nodes.has(from) || nodes.has(to);
  let kept = filterShared(edges, (edge) => !marked.has(edge.id) || touches(edge));
  for (const nodeId of nodes) kept = healAround(kept, nodeId);
  return kept;
}

function healAround(edges: FlowEdge[], nodeId: string): FlowEdge[] {
  const incoming = edges.filter(({ from, to }) => to === nodeId && from !== nodeId);
  const outgoing = edges.filter(({ from, to }) => from === nodeId && to !== nodeId);
  const [wireIn] = incoming;
  const [wireOut] = outgoing;
  const isPassage = incoming.length === 1 && outgoing.length === 1;
  const healed =
    isPassage && wireIn !== undefined && wireOut !== undefined && wireIn.from !== wireOut.to
      ? { ...wireIn, to: wireOut.to }
      : null;
  return filterShared(
    healed === null ? edges : edges.map((edge) => (edge === wireIn ? healed : edge)),
    ({ from, to }) => from !== nodeId && to !== nodeId,
  );
}
