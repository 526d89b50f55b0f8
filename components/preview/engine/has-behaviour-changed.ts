import type { Bundle, Flow, FlowNode } from "#flows/kernel/flow.ts";

/** Whether two drafts may talk differently. Moving things on the canvas, notes and groups do not count. */
export function hasBehaviourChanged(before: Bundle, after: Bundle): boolean {
  if (before === after) return false;
  if (before.faqSets !== after.faqSets || hasFlowChanged(before.flow, after.flow)) return true;
  const ids = Object.keys(after.subflows);
  if (ids.length !== Object.keys(before.subflows).length) return true;
  return ids.some((id) => {
    const old = before.subflows[id];
    const current = after.subflows[id];
    return old === undefined || current === undefined || hasFlowChanged(old, current);
  });
}

function hasFlowChanged(before: Flow, after: Flow): boolean {
  if (before === after) return false;
  if (before.variables !== after.variables || before.settings !== after.settings) return true;
  if (before.edges !== after.edges && JSON.stringify(before.edges) !== JSON.stringify(after.edges))
    return true;
  if (before.nodes.length !== after.nodes.length) return true;
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  return after.nodes.some((node) => {
    const same = old.get(node.id);
    return same === undefined || (same !== node && hasNodeChanged(same, node));
  });
}

const BEHAVIOUR = ["kind", "version", "disabled", "config", "onError", "retry", "timeoutMs"] as const;

const hasNodeChanged = (before: FlowNode, after: FlowNode): boolean =>
  BEHAVIOUR.some((field) => before[field] !== after[field]);
