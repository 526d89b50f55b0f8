import type { Bundle } from "./flow.ts";
import { inspectFlow } from "./inspect-flow.ts";
import type { Problem } from "./problem.ts";
import { type DefinitionRegistry, MAIN_FLOW_ID } from "./registry.ts";
import { validateCalls } from "./validate-calls.ts";
import { validateGraph } from "./validate-graph.ts";
import { validateNode } from "./validate-node.ts";
import { validateReferences } from "./validate-references.ts";
import { validateSettings } from "./validate-settings.ts";
import { validateStructure } from "./validate-structure.ts";

export type { Problem } from "./problem.ts";

/**
 * Lists everything that is wrong with a bundle, all at once, in the order in which an author would walk through it.
 * The same check runs in the editor and at publish; only the latter is trusted.
 */
export function validateBundle(bundle: Bundle, registry: DefinitionRegistry): readonly Problem[] {
  const flows = [
    inspectFlow(MAIN_FLOW_ID, bundle.flow, { bundle, registry }),
    ...Object.entries(bundle.subflows).map(([id, flow]) => inspectFlow(id, flow, { bundle, registry })),
  ];
  return [
    ...flows.flatMap((flow) => [
      ...validateStructure(flow),
      ...flow.nodes.flatMap((node) => [...validateNode(flow, node), ...validateReferences(flow, node)]),
      ...validateGraph(flow, flows),
      ...validateSettings(flow),
    ]),
    ...validateCalls(flows),
  ];
}
