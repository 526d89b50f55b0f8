import type { Problem } from "#flows/kernel/problem.ts";
import { type BuilderStore, NOTHING_SELECTED } from "../store/builder-store.ts";

/** Shows where a problem is: the node in the middle with the cursor in the field, the wire, the variable, or the setting. */
export function focusProblem(store: BuilderStore, { flowId, nodeId, path }: Problem): void {
  const { focus, openFlow, select, setPanel } = store.getState();
  if (nodeId !== null) {
    const isField = path !== null && !path.startsWith("ports.") && !path.startsWith("edges.");
    focus({ flowId, nodeId, path: isField ? path : null });
    return;
  }
  if (path?.startsWith("edges.")) {
    openFlow(flowId);
    select({ ...NOTHING_SELECTED, edges: new Set([path.slice("edges.".length)]) });
    return;
  }
  focus({ flowId, nodeId: null, path });
  if (path?.startsWith("variables.")) setPanel("variables");
}
