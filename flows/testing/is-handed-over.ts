import type { Program } from "../kernel/compile-program.ts";
import type { Effect } from "../kernel/protocol.ts";

/** The end of a talk that the author gave to a person. */
const HANDOFF_RESOLUTION = "handoff";

/**
 * Whether the talk has been given to a person: a node of the family `people` was visited, the customer asked for a person and
 * the flow's settings name who takes over, or the talk ended with the resolution `handoff`. Asking in vain is no handoff.
 */
export function isHandedOver(program: Program, effects: readonly Effect[]): boolean {
  return effects.some((effect) => {
    switch (effect.type) {
      case "record-step": {
        const { flowId, nodeId } = effect.step;
        return program.flows.get(flowId)?.nodes.get(nodeId)?.runnable?.definition.family === "people";
      }
      case "record-metric":
        return effect.name === "repair" && effect.facts.type === "human" && hasTaker(program);
      case "end-conversation":
        return effect.resolution === HANDOFF_RESOLUTION;
      default:
        return false;
    }
  });
}

function hasTaker({ main }: Program): boolean {
  const { to } = main.settings.repair.human;
  return to !== null && main.nodes.has(to);
}
