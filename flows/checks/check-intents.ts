import type { InspectedFlow } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";

/** Ports for intents that nothing in the whole bundle recognises, because the intent was removed or got another id. */
export function checkIntents(flows: readonly InspectedFlow[]): readonly Problem[] {
  const declared = new Set(
    flows.flatMap(({ nodes }) =>
      nodes.flatMap(({ definition, config }) =>
        config === null ? [] : (definition?.intents?.(config.parsed) ?? []).map(({ id }) => id),
      ),
    ),
  );
  return flows.flatMap((flow) =>
    flow.nodes.flatMap(({ node, references, label }) =>
      references.flatMap((reference) =>
        reference.type !== "intent" || declared.has(reference.intentId)
          ? []
          : [
              toProblem(
                "unknown_intent",
                { flowId: flow.id, nodeId: node.id, path: reference.path, severity: "warning" },
                { node: label, name: reference.intentId },
              ),
            ],
      ),
    ),
  );
}
