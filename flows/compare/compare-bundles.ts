import type { Bundle, Flow } from "../kernel/flow.ts";
import { nameFlow } from "../kernel/name-flow.ts";
import { type DefinitionRegistry, MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Change, Comparison, FieldChange, Words } from "./change.ts";
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
    const flowName = flowId === MAIN_FLOW_ID ? null : toName(nameFlow(next ? after : before, flowId));
    if (!(old && next))
      return { changes: [toSubflow({ flowId, flowName }, next ? "added" : "removed")], layout: [] };
    const { changes, layout } = compareFlows(old, next, { flowId, flowName, registry });
    return { changes: [...compareTitles(old, next, { flowId, flowName }), ...changes], layout };
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

const toName = (name: string): Words => inEach((own) => own.subflow(name));

type Named = { readonly flowId: string; readonly flowName: Words | null };

function compareTitles(old: Flow, next: Flow, named: Named): readonly Change[] {
  if (old.title === next.title) return [];
  const field: FieldChange = {
    path: "title",
    label: inEach((own) => own.fields.title),
    before: old.title,
    after: next.title,
    shown: null,
  };
  return [{ ...toSubflow(named, "changed"), fields: [field] }];
}

function toSubflow({ flowId, flowName }: Named, type: Change["type"]): Change {
  return {
    key: `subflow/${flowId}`,
    type,
    subject: "subflow",
    flowId,
    nodeId: null,
    edgeId: null,
    title: flowName ?? toName(flowId),
    fields: [],
  };
}
