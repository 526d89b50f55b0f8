import { showFailure } from "#components/ui/toast-store.ts";
import { copySelection, parseClip, pasteClip } from "#flows/editing/clipboard.ts";
import type { Point } from "#flows/editing/edits/move-nodes.ts";
import type { EditLabel } from "../store/builder-store.ts";
import { type ActionContext, getTexts, say, selectNodes } from "./action-context.ts";
import { newId } from "./new-id.ts";
import { removeSelected } from "./remove-selected.ts";

/** How far a copy lies from what it was copied from. */
const OFFSET = 32;

/** Copy and paste. Text goes through the browser's clipboard, so that it reaches other flows, tabs and workspaces. */
export function createClipActions(context: ActionContext) {
  const { store } = context;
  /** The browser may refuse to hand the clipboard out; what was copied here is known anyway. */
  let lastCopied = "";

  function copy(): string | null {
    const { bundle, flowId, selection } = store.getState();
    const count = selection.nodes.size + selection.notes.size + selection.groups.size;
    if (count === 0) return null;
    lastCopied = copySelection(bundle, flowId, selection);
    say(getTexts().said.copied(count));
    return lastCopied;
  }

  function paste(
    text: string,
    { at, label = "paste" }: { readonly at: Point; readonly label?: EditLabel },
  ): void {
    const clip = parseClip(text);
    const { bundle, flowId, edit } = store.getState();
    const pasted = clip === null ? null : pasteClip(bundle, clip, { flowId, at, newId });
    if (pasted === null || pasted.isRefused) {
      showFailure(getTexts().said.refused);
      return;
    }
    edit(() => pasted.bundle, { label });
    selectNodes(store.getState(), pasted.nodes, pasted.notes);
    say(getTexts().said.pasted(pasted.nodes.length + pasted.notes.length));
    context.show(pasted.nodes);
  }

  return {
    copy,
    paste,

    /** What is asked before the nodes go keeps nobody from pasting them. */
    cut(): string | null {
      const text = copy();
      if (text !== null) removeSelected(context, "cut");
      return text;
    },

    duplicate(): void {
      const text = copy();
      if (text !== null) paste(text, { at: toCorner(context), label: "duplicate" });
    },

    /** For menus: keys hand the text over themselves. */
    async writeToClipboard(text: string | null): Promise<void> {
      if (text === null) return;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Refused without a secure page or the reader's consent; `lastCopied` still holds it for this tab.
        return;
      }
    },

    async pasteFromClipboard(at: Point): Promise<void> {
      const text = await readClipboard();
      const known = text !== null && parseClip(text) !== null ? text : lastCopied;
      if (known !== "") paste(known, { at });
      else showFailure(text === null ? getTexts().said.noClipboard : getTexts().said.refused);
    },
  };
}

export type ClipActions = ReturnType<typeof createClipActions>;

async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

/** Top left of what is selected, a little further on. */
function toCorner(context: ActionContext): Point {
  const { selection, bundle, flowId } = context.store.getState();
  const flow = flowId === "main" ? bundle.flow : bundle.subflows[flowId];
  const members = new Set([
    ...selection.nodes,
    ...(flow?.groups ?? []).filter(({ id }) => selection.groups.has(id)).flatMap(({ nodes }) => nodes),
  ]);
  const places = [
    ...(flow?.nodes ?? []).filter(({ id }) => members.has(id)),
    ...(flow?.notes ?? []).filter(({ id }) => selection.notes.has(id)),
  ].map(({ position }) => position);
  if (places.length === 0) return context.getCenter();
  return {
    x: Math.min(...places.map(({ x }) => x)) + OFFSET,
    y: Math.min(...places.map(({ y }) => y)) + OFFSET,
  };
}
