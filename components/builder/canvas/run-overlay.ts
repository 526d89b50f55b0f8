import { usePreviewStore } from "#components/preview/preview-store.ts";

/** Where a talk with the draft stands, and where it has been. */
export type RunMark = "current" | "visited" | null;

/** By `flowId/nodeId`; a card is drawn again only when its own mark changes. */
export function useRunMark(nodeKey: string): RunMark {
  return usePreviewStore(({ currentNode, visited }) =>
    currentNode === nodeKey ? "current" : visited.has(nodeKey) ? "visited" : null,
  );
}

/** The same for what is put away in a folded group. */
export function useGroupRunMark(flowId: string, nodeIds: readonly string[]): RunMark {
  return usePreviewStore(({ currentNode, visited }) => {
    const keys = nodeIds.map((id) => `${flowId}/${id}`);
    if (currentNode !== null && keys.includes(currentNode)) return "current";
    return keys.some((key) => visited.has(key)) ? "visited" : null;
  });
}

/** By `flowId/edgeId`. */
export function useIsTaken(edgeKey: string): boolean {
  return usePreviewStore(({ takenEdges }) => takenEdges.has(edgeKey));
}

export function useHasBreakpoint(nodeKey: string): boolean {
  return usePreviewStore(({ breakpoints }) => breakpoints.has(nodeKey));
}
