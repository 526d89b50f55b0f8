import type { Bundle, Flow } from "../kernel/flow.ts";
import { type DefinitionRegistry, MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Change, Comparison, Words } from "./change.ts";
import { compareFaqSets } from "./compare-faq-sets.ts";
import { compareFlows } from "./compare-flows.ts";
import { inEach } from "./words.ts";

/**
 * What differs between two documents, in the words of their authors: found by ids and names, never by place, so that what was
 * only moved is told apart from what was changed. Symmetric: the other way round, what was added was removed.
 */
export function compareBundles(before: Bundle, after: Bundle, registry: DefinitionRegistry): Comparison {
  const flows = [MAIN_FLOW_ID, ...new Set([...Object.keys(before.subflows), ...Object.keys(after.subflows)])];
  const parts = flows.map((flowId) => {
    const [old, next] = [findFlow(before, flowId), findFlow(after, flowId)];
    if (old && next) return compareFlows(old, next, { flowId, flowName: nameFlow(flowId), registry });
    return { changes: [toSubflow(flowId, next ? "added" : "removed")], layout: [] };
  });
  return {
    changes: [...parts.flatMap(({ changes }) => changes), ...compareFaqSets(before.faqSets, after.faqSets)],
    layout: parts.flatMap(({ layout }) => layout),
  };
}

function findFlow(bundle: Bundle, flowId: string): Flow | null {
  if (flowId === MAIN_FLOW_ID) return bundle.flow;
  return Object.hasOwn(bundle.subflows, flowId) ? (bundle.subflows[flowId] ?? null) : null;
}

/** Null for the root flow, which needs no name. */
const nameFlow = (flowId: string): Words | null =>
  flowId === MAIN_FLOW_ID ? null : inEach((own) => own.subflow(flowId));

const toSubflow = (flowId: string, type: "added" | "removed"): Change => ({
  key: `subflow/${flowId}`,
  type,
  subject: "subflow",
  flowId,
  nodeId: null,
  edgeId: null,
  title: inEach((own) => own.subflow(flowId)),
  fields: [],
});
