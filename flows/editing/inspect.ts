import type { Port } from "../kernel/define-node.ts";
import type { FlowNode } from "../kernel/flow.ts";
import { type InspectedNode, inspectNode } from "../kernel/inspect-flow.ts";
import { definitionRegistry } from "../nodes/index.ts";

const known = new WeakMap<FlowNode, InspectedNode>();

/** A node with its definition, parsed config and ports; worked out once for each state of a node. */
export function inspect(node: FlowNode): InspectedNode {
  const found = known.get(node);
  if (found !== undefined) return found;
  const inspected = inspectNode(node, definitionRegistry);
  known.set(node, inspected);
  return inspected;
}

/** Ports of a node as it is set up now; none when its config cannot be read. */
export function listPorts(node: FlowNode): readonly Port[] {
  return inspect(node).ports;
}
