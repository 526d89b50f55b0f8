import { showFailure } from "#components/ui/toast-store.ts";
import { alignNodes, distributeNodes, type Side } from "#flows/editing/edits/align-nodes.ts";
import { type Box, moveNodes, type Point } from "#flows/editing/edits/move-nodes.ts";
import { addNote, type Note, removeNote, updateNote } from "#flows/editing/edits/notes.ts";
import { type NodeFields, setForNodes } from "#flows/editing/edits/set-config.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { runLayout } from "../layout/run-layout.ts";
import { type ActionContext, getOpenFlow, getTexts, say, selectNodes } from "./action-context.ts";
import { glide } from "./glide.ts";
import { createGroupActions } from "./group-actions.ts";
import { newId } from "./new-id.ts";

/** Acts on places, frames and notes. */
export function createArrangeActions(context: ActionContext) {
  const { store } = context;
  const boxes = (): ReadonlyMap<string, Box> =>
    new Map(
      [...store.getState().selection.nodes].flatMap((id) => {
        const box = context.boxOf(id);
        return box === null ? [] : [[id, box] as const];
      }),
    );

  return {
    ...createGroupActions(context),

    align(side: Side): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => alignNodes(bundle, flowId, { boxes: boxes(), side }), { label: "align" });
    },

    distribute(axis: "x" | "y"): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => distributeNodes(bundle, flowId, { boxes: boxes(), axis }), { label: "align" });
    },

    /** Moves what is selected; presses in a row are one undo step. */
    nudge({ x, y }: Point): void {
      const { selection, edit, flowId } = store.getState();
      const flow = getOpenFlow(context);
      const shift = ({ position }: { readonly position: Point }) => ({
        x: position.x + x,
        y: position.y + y,
      });
      const nodes = flow?.nodes.filter(({ id }) => selection.nodes.has(id)) ?? [];
      const notes = flow?.notes.filter(({ id }) => selection.notes.has(id)) ?? [];
      const places = {
        nodes: new Map(nodes.map((node) => [node.id, shift(node)])),
        notes: new Map(notes.map((note) => [note.id, shift(note)])),
      };
      edit((bundle) => moveNodes(bundle, flowId, places), { label: "move", coalesce: "nudge" });
    },

    /** What a drag moved, written once at its end. */
    move(places: {
      readonly nodes: ReadonlyMap<string, Point>;
      readonly notes: ReadonlyMap<string, Point>;
    }): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => moveNodes(bundle, flowId, places), { label: "move" });
    },

    /** Lays out the whole flow, or what is selected where it is; one step, in a worker. */
    async layout(scope: "all" | "selection"): Promise<void> {
      const { flowId, selection } = store.getState();
      const flow = getOpenFlow(context);
      if (flow === null) return;
      const only = scope === "selection" ? selection.nodes : null;
      try {
        const places = await runLayout(flow, { boxOf: context.boxOf, portsOf: context.portsOf, only });
        glide(context, places);
        store.getState().edit((bundle) => moveNodes(bundle, flowId, { nodes: places }), { label: "layout" });
        say(getTexts().said.layout);
        if (only === null) context.show([...places.keys()]);
      } catch {
        // A worker may be refused or run out of time; the flow itself is untouched.
        showFailure(getTexts().said.layoutFailed);
      }
    },

    addNote(at: Point): string {
      const id = newId();
      const { edit, flowId } = store.getState();
      const position = { x: Math.round(at.x), y: Math.round(at.y) };
      edit((bundle) => addNote(bundle, flowId, { id, text: "", position }), { label: "note" });
      selectNodes(store.getState(), [], [id]);
      return id;
    },

    updateNote(fields: Partial<Note> & Pick<Note, "id">, coalesce?: string): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => updateNote(bundle, flowId, fields), {
        label: "note",
        ...(coalesce === undefined ? {} : { coalesce }),
      });
    },

    removeNote(id: string): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => removeNote(bundle, flowId, id), { label: "note" });
    },

    /** Retries and time limits of all that are selected; a start calls nothing. */
    setFields(fields: NodeFields): void {
      const { selection, edit, flowId } = store.getState();
      const nodes =
        getOpenFlow(context)?.nodes.filter(
          ({ id, kind }) => selection.nodes.has(id) && kind !== START_KIND,
        ) ?? [];
      const ids = nodes.map(({ id }) => id);
      edit((bundle) => setForNodes(bundle, flowId, { nodes: ids, fields }), { label: "config" });
      say(getTexts().said.set(ids.length));
    },
  };
}

export type ArrangeActions = ReturnType<typeof createArrangeActions>;
