import type { Flow } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";

/** Nodes as a talk would meet them: from the start along the wires, then what nothing leads to. */
export function listFlowOrder(flow: Flow): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of flow.edges) next.set(from, [...(next.get(from) ?? []), to]);
  const known = new Set(flow.nodes.map(({ id }) => id));
  const reached = new Set<string>();
  const roots = [...flow.nodes].sort((a, b) => Number(b.kind === START_KIND) - Number(a.kind === START_KIND));
  for (const { id } of roots) {
    const waiting = [id];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (reached.has(at) || !known.has(at)) continue;
      reached.add(at);
      waiting.push(...(next.get(at) ?? []).toReversed());
    }
  }
  return [...reached];
}
