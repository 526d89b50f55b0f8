import { useCallback } from "react";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilderStore } from "../store/builder-context.ts";

export function useSelectAll(): () => void {
  const store = useBuilderStore();
  return useCallback(() => {
    const { bundle, flowId, select } = store.getState();
    const flow = findFlow(bundle, flowId);
    select({
      nodes: new Set(flow?.nodes.map(({ id }) => id)),
      notes: new Set(flow?.notes.map(({ id }) => id)),
      edges: new Set(),
      groups: new Set(),
    });
  }, [store]);
}
