import type { Bundle } from "../kernel/flow.ts";
import { listUses, type Use } from "./where-used.ts";

/** Jumps and settings outside of a selection that lead to a node in it: they would miss it. Wires are not among them, the canvas shows those. */
export function listMissed(bundle: Bundle, flowId: string, nodeIds: ReadonlySet<string>): readonly Use[] {
  return [...nodeIds].flatMap((nodeId) =>
    listUses(bundle, { type: "node", flowId, nodeId }).filter(
      (use) => use.nodeId === null || use.flowId !== flowId || !nodeIds.has(use.nodeId),
    ),
  );
}
