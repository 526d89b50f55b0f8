import type { Bundle } from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { findFlow } from "./locate.ts";

export type MovedNode = { readonly nodeId: string; readonly from: string; readonly to: string };

/**
 * Nodes that a change took out of one flow and put into another under the same id: a sub-flow was made of them, or that was
 * undone. A node that came to several flows at once was copied; nobody can say which of them it is now.
 */
export function listMovedNodes(before: Bundle, after: Bundle): readonly MovedNode[] {
  const gone = new Map<string, string>();
  const came = new Map<string, readonly string[]>();
  for (const flowId of new Set([...listFlowIds(before), ...listFlowIds(after)])) {
    const was = findFlow(before, flowId);
    const is = findFlow(after, flowId);
    if (was === is) continue;
    const had = new Set(was?.nodes.map(({ id }) => id));
    const has = new Set(is?.nodes.map(({ id }) => id));
    for (const id of had) if (!has.has(id)) gone.set(id, flowId);
    for (const id of has) if (!had.has(id)) came.set(id, [...(came.get(id) ?? []), flowId]);
  }
  return [...gone].flatMap(([nodeId, from]) => {
    const [to, ...others] = came.get(nodeId) ?? [];
    return to === undefined || others.length > 0 ? [] : [{ nodeId, from, to }];
  });
}

const listFlowIds = ({ subflows }: Bundle): readonly string[] => [MAIN_FLOW_ID, ...Object.keys(subflows)];
