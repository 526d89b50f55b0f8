import { findFlow } from "../../editing/locate.ts";
import type { Bundle } from "../../kernel/flow.ts";
import { type InspectedFlow, inspectFlow } from "../../kernel/inspect-flow.ts";
import { definitionRegistry } from "../../nodes/index.ts";

const known = new WeakMap<Bundle, Map<string, InspectedFlow>>();

/** A flow as the checks see it, or null when it is gone; worked out once for each state of a bundle. */
export function inspect(bundle: Bundle, flowId: string): InspectedFlow | null {
  const flow = findFlow(bundle, flowId);
  if (flow === null) return null;
  const flows = known.get(bundle) ?? new Map<string, InspectedFlow>();
  const inspected = flows.get(flowId) ?? inspectFlow(flowId, flow, { bundle, registry: definitionRegistry });
  known.set(bundle, flows.set(flowId, inspected));
  return inspected;
}
