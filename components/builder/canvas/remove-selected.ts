import { showFailure } from "#components/ui/toast-store.ts";
import { removeSelection } from "#flows/editing/edits/remove-selection.ts";
import { listMissed } from "#flows/editing/list-missed.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { type ActionContext, getOpenFlow, getTexts, say } from "./action-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";

/** Which of the two it was; undo names it. */
export type RemovalLabel = "delete" | "cut";

/** Takes out what is marked, after a question where jumps or settings lead to it. */
export function removeSelected(context: ActionContext, label: RemovalLabel): void {
  const { selection, bundle, flowId, canEdit } = context.store.getState();
  const uses = listMissed(bundle, flowId, selection.nodes);
  if (canEdit && uses.length > 0) useCanvasUi.getState().open({ type: "remove", uses, label });
  else removeMarked(context, label);
}

/** Takes out what is marked, without a question. */
export function removeMarked(context: ActionContext, label: RemovalLabel): void {
  const { selection, edit, flowId } = context.store.getState();
  const before = getOpenFlow(context);
  edit((bundle) => removeSelection(bundle, flowId, selection), { label });
  const after = getOpenFlow(context);
  if (before === after && selection.nodes.size > 0) showFailure(getTexts().said.onlyStart);
  else if (before !== null && after !== null) say(getTexts().said.removed(countGone(before, after)));
}

function countGone(before: Flow, after: Flow): number {
  const count = (flow: Flow) => flow.nodes.length + flow.notes.length + flow.groups.length;
  return Math.max(count(before) - count(after), before.edges.length > after.edges.length ? 1 : 0);
}
