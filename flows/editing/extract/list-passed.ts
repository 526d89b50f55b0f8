import type { Flow, FlowVariable } from "../../kernel/flow.ts";
import { inspect } from "../inspect.ts";
import { listTouched } from "../where-used.ts";

export type Passed = {
  /** Declared in the flow, and read or written by the nodes. */
  readonly used: readonly FlowVariable[];
  /** Those among them that a node writes. */
  readonly written: readonly FlowVariable[];
};

/** The variables of a flow that nodes of it need, and those that they change. */
export function listPassed(flow: Flow, flowId: string, inside: ReadonlySet<string>): Passed {
  const touched = new Set<string>();
  const changed = new Set<string>();
  for (const node of flow.nodes) {
    if (!inside.has(node.id)) continue;
    for (const reference of inspect(node).references) {
      const { flowId: owner, names, access } = listTouched(reference, flowId);
      if (owner !== flowId) continue;
      for (const name of names) {
        touched.add(name);
        if (access === "write") changed.add(name);
      }
    }
  }
  return {
    used: flow.variables.filter(({ name }) => touched.has(name)),
    written: flow.variables.filter(({ name }) => changed.has(name)),
  };
}
