import type { Bundle } from "../../kernel/flow.ts";
import { bundleSchema } from "../../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../kernel/registry.ts";
import { updateFlow, updateNodes } from "../locate.ts";
import { rewriteReferences } from "../rename-in-node.ts";
import type { Renaming } from "../rename-names.ts";

/** Gives an FAQ set another id, with every node and setting that asks it. An id that is taken or not allowed changes nothing. */
export function renameFaqSet(bundle: Bundle, renaming: Renaming): Bundle {
  if (!canRename(bundle.faqSets, renaming)) return bundle;
  const renamed = { ...bundle, faqSets: renameKey(bundle.faqSets, renaming) };
  return listFlowIds(renamed).reduce(
    (changed, flowId) =>
      updateFlow(changed, flowId, (flow) => {
        const { digress } = flow.settings.repair;
        if (!digress.faqSets.includes(renaming.from)) return flow;
        const faqSets = digress.faqSets.map((id) => (id === renaming.from ? renaming.to : id));
        const repair = { ...flow.settings.repair, digress: { ...digress, faqSets } };
        return { ...flow, settings: { ...flow.settings, repair } };
      }),
    rewriteNodes(renamed, renaming),
  );
}

function rewriteNodes(bundle: Bundle, { from, to }: Renaming): Bundle {
  return listFlowIds(bundle).reduce(
    (changed, flowId) =>
      updateNodes(changed, flowId, (node) =>
        rewriteReferences(node, (reference, value) =>
          reference.type === "faq-set" && value === from ? to : value,
        ),
      ),
    bundle,
  );
}

function canRename(named: { readonly [id: string]: unknown }, { from, to }: Renaming): boolean {
  const isId = bundleSchema.shape.faqSets.safeParse({ [to]: { name: "", entries: [] } }).success;
  return isId && Object.hasOwn(named, from) && !Object.hasOwn(named, to);
}

/** In its old place, so that lists keep their order. */
function renameKey<Value>(named: { [id: string]: Value }, { from, to }: Renaming): { [id: string]: Value } {
  return Object.fromEntries(Object.entries(named).map(([id, value]) => [id === from ? to : id, value]));
}

function listFlowIds(bundle: Bundle): readonly string[] {
  return [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)];
}
