import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { foldGroups, groupNodes, ungroup, updateGroup } from "#flows/editing/edits/groups.ts";
import { extractSubflow } from "#flows/editing/extract/extract-subflow.ts";
import {
  type ActionContext,
  findOpenNode,
  getOpenFlow,
  getTexts,
  say,
  selectNodes,
  toTitle,
} from "./action-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { newId } from "./new-id.ts";
import { newSubflowName } from "./new-subflow-name.ts";

/** Acts that put nodes together: frames around them, and flows made of them. */
export function createGroupActions(context: ActionContext) {
  const { store } = context;
  return {
    group(title: string): void {
      const { selection, edit, flowId, select } = store.getState();
      const id = newId();
      edit((bundle) => groupNodes(bundle, flowId, { id, title, nodes: [...selection.nodes] }), {
        label: "group",
      });
      select({ nodes: new Set(), edges: new Set(), groups: new Set([id]) });
      say(getTexts().said.grouped);
    },

    ungroup(groupIds: Iterable<string>): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => ungroup(bundle, flowId, groupIds), { label: "group" });
    },

    updateGroup(id: string, fields: { readonly title?: string; readonly color?: string }): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => updateGroup(bundle, flowId, { id, ...fields }), { label: "group" });
    },

    /** Folds a group into one card, or opens it. For somebody who may not edit it opens in this window only. */
    fold(groupId: string, isFolded: boolean): void {
      const { edit, flowId, selection, select, canEdit } = store.getState();
      const group = getOpenFlow(context)?.groups.find(({ id }) => id === groupId);
      if (group === undefined) return;
      // A group with a selected member is drawn open, or the member could not be seen.
      const nodes = [...selection.nodes].filter((id) => !group.nodes.includes(id));
      if (isFolded) select({ nodes: new Set(nodes), edges: new Set(), groups: new Set([groupId]) });
      if (canEdit)
        edit((bundle) => foldGroups(bundle, flowId, { groupIds: [groupId], isFolded }), { label: "fold" });
      else useCanvasUi.getState().peek(groupId, !isFolded);
      say(isFolded ? getTexts().said.folded(group.title) : getTexts().said.unfolded(group.title));
    },

    /** Makes a sub-flow of what is selected and puts a call in its place. */
    extract(): void {
      const { bundle, flowId, selection, edit } = store.getState();
      const t = getTexts();
      const { id, title } = newSubflowName(bundle, t.tabs.name);
      const result = extractSubflow(bundle, flowId, { nodes: selection.nodes, subflowId: id, title, newId });
      if (result.isRefused) {
        const names = result.nodes.map((nodeId) => t.quote(toTitle(findOpenNode(context, nodeId))));
        showFailure(t.extract[result.reason](names.join(t.listGap)));
        return;
      }
      edit(() => result.bundle, { label: "extract" });
      selectNodes(store.getState(), [result.callId]);
      context.show([result.callId]);
      showSuccess(t.extract.done(title));
    },
  };
}
