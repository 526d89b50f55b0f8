import { createContext } from "react";
import type { Change } from "#flows/compare/change.ts";

export type Mark = Change["type"];

type Marks = { readonly nodes: ReadonlyMap<string, Mark>; readonly wires: ReadonlyMap<string, Mark> };

/** What is marked on one side: what was added is only on the new one, what was removed only on the old one. */
export function toMarks(changes: readonly Change[], side: "before" | "after"): Marks {
  const nodes = new Map<string, Mark>();
  const wires = new Map<string, Mark>();
  for (const { type, subject, nodeId, key } of changes) {
    if (nodeId === null || type === (side === "before" ? "added" : "removed")) continue;
    if (subject === "node") nodes.set(nodeId, type);
    // The key of an edge ends in its node and port, as React Flow's handles are named.
    if (subject === "edge") wires.set(key.split("/").slice(2).join("/"), type);
  }
  return { nodes, wires };
}

export const MarkContext = createContext<{
  readonly nodes: ReadonlyMap<string, Mark>;
  readonly selectedId: string | null;
}>({ nodes: new Map(), selectedId: null });
