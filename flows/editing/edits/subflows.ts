import { type Bundle, FLOW_SCHEMA, type Flow, flowSchema } from "../../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../kernel/registry.ts";

/** Adds a flow that can be called: the one given, or a start that leads to an end. A taken id changes nothing. */
export function addSubflow(bundle: Bundle, flowId: string, flow: Flow = createFlow()): Bundle {
  if (flowId === MAIN_FLOW_ID || Object.hasOwn(bundle.subflows, flowId)) return bundle;
  return { ...bundle, subflows: { ...bundle.subflows, [flowId]: flow } };
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
