import { usePreviewStore } from "#components/preview/preview-store.ts";

/** Where a talk with the draft stands, and where it has been. */
export type RunMark = "current" | "visited" | null;

/** By `flowId/nodeId`; a card is drawn again only when its own mark changes. */
export function useRunMark(nodeKey: string): RunMark {
  return usePreviewStore(({ currentNode, visited }) =>
    currentNode === nodeKey ? "current" : visited.has(nodeKey) ? "visited" : null,
  );
}

/** By `flowId/edgeId`. */
export function useIsTaken(edgeKey: string): boolean {
  return usePreviewStore(({ takenEdges }) => takenEdges.has(edgeKey));
}

export function useHasBreakpoint(nodeKey: string): boolean {
  return usePreviewStore(({ breakpoints }) => breakpoints.has(nodeKey));
}
