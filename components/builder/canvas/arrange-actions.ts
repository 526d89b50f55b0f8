import { showFailure } from "#components/ui/toast-store.ts";
import { alignNodes, distributeNodes, type Side } from "#flows/editing/edits/align-nodes.ts";
import { groupNodes, ungroup, updateGroup } from "#flows/editing/edits/groups.ts";
import { type Box, moveNodes, type Point } from "#flows/editing/edits/move-nodes.ts";
import { addNote, type Note, removeNote, updateNote } from "#flows/editing/edits/notes.ts";
import { type NodeFields, setForNodes } from "#flows/editing/edits/set-config.ts";
import { runLayout } from "../layout/run-layout.ts";
import { type ActionContext, getOpenFlow, getTexts, say, selectNodes } from "./action-context.ts";
import { glide } from "./glide.ts";
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

    setFields(fields: NodeFields): void {
      const { selection, edit, flowId } = store.getState();
      edit((bundle) => setForNodes(bundle, flowId, { nodes: selection.nodes, fields }), { label: "config" });
    },
  };
}

export type ArrangeActions = ReturnType<typeof createArrangeActions>;
