import { inspect } from "#flows/editing/inspect.ts";
import type { Flow, FlowNode } from "#flows/kernel/flow.ts";

const sourcesOf = new WeakMap<Flow, ReadonlyMap<string, readonly string[]>>();
const namesOf = new WeakMap<Flow, Map<string, ReadonlySet<string>>>();

/**
 * Variables that some way to this node may have set. One walk against the wires in which no node is seen twice: paths that part
 * and meet again cost nothing more. Kept as long as the flow is the same.
 */
export function listUpstreamNames(flow: Flow, nodeId: string): ReadonlySet<string> {
  const known = namesOf.get(flow) ?? new Map<string, ReadonlySet<string>>();
  namesOf.set(flow, known);
  const names = known.get(nodeId) ?? collectNames(flow, nodeId);
  known.set(nodeId, names);
  return names;
}

function collectNames(flow: Flow, nodeId: string): ReadonlySet<string> {
  const sources = sourcesOf.get(flow) ?? listSources(flow);
  sourcesOf.set(flow, sources);
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const names = new Set<string>();
  // The node itself is not seen unless a wire leads back to it.
  const seen = new Set<string>();
  const waiting = [...(sources.get(nodeId) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = byId.get(id);
    if (node === undefined) continue;
    for (const name of listWritten(node)) names.add(name);
    waiting.push(...(sources.get(id) ?? []));
  }
  return names;
}

/** For each node those that lead to it, by wire or by pointing at it (a jump). */
function listSources(flow: Flow): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  const add = (to: string, from: string) => {
    const known = sources.get(to);
    if (known === undefined) sources.set(to, [from]);
    else known.push(from);
  };
  for (const { from, to } of flow.edges) add(to, from);
  for (const node of flow.nodes) {
    for (const reference of inspect(node).references) {
      if (reference.type === "node") add(reference.nodeId, node.id);
    }
  }
  return sources;
}

function listWritten(node: FlowNode): readonly string[] {
  return inspect(node).references.flatMap((reference) =>
    reference.type === "variable" && reference.access === "write" ? [reference.name] : [],
  );
}
