import { type Bundle, FLOW_SCHEMA, FLOW_TITLE_MAX_CHARS, type Flow, flowSchema } from "../../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../kernel/registry.ts";
import { updateFlow } from "../locate.ts";

/** Adds a flow that can be called: a start that leads to an end. A taken id changes nothing. */
export function addSubflow(bundle: Bundle, flowId: string, title = ""): Bundle {
  if (flowId === MAIN_FLOW_ID || Object.hasOwn(bundle.subflows, flowId)) return bundle;
  const added = { ...bundle, subflows: { ...bundle.subflows, [flowId]: createFlow() } };
  return titleSubflow(added, flowId, title);
}

/** Names a sub-flow for its authors; what calls it goes by its id and need not know. An empty title, or its own id, counts as none. */
export function titleSubflow(bundle: Bundle, flowId: string, title: string): Bundle {
  if (flowId === MAIN_FLOW_ID) return bundle;
  return updateFlow(bundle, flowId, (flow) => {
    const { title: before, ...untitled } = flow;
    const after = [...title.trim()].slice(0, FLOW_TITLE_MAX_CHARS).join("");
    if (after === (before ?? "")) return flow;
    return after === "" || after === flowId ? untitled : { ...untitled, title: after };
  });
}

/** Takes a called flow away; nodes that call it are left as they are, for the checks to show. */
export function removeSubflow(bundle: Bundle, flowId: string): Bundle {
  if (!Object.hasOwn(bundle.subflows, flowId)) return bundle;
  const { [flowId]: _gone, ...subflows } = bundle.subflows;
  return { ...bundle, subflows };
}

function createFlow(): Flow {
  return flowSchema.parse({
    schema: FLOW_SCHEMA,
    nodes: [
      { id: "start", kind: "start", version: 1, position: { x: 0, y: 0 }, config: {} },
      { id: "end", kind: "end", version: 1, position: { x: 360, y: 0 }, config: {} },
    ],
    edges: [{ id: "start-end", from: "start", port: "next", to: "end" }],
  });
}
