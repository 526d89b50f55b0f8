import type { Bundle, Flow } from "../../kernel/flow.ts";
import { filterShared, mapShared, updateFlow } from "../locate.ts";

export type Note = Flow["notes"][number];

export function addNote(bundle: Bundle, flowId: string, note: Note): Bundle {
  return updateFlow(bundle, flowId, (flow) =>
    flow.notes.some(({ id }) => id === note.id) ? flow : { ...flow, notes: [...flow.notes, note] },
  );
}

export function updateNote(
  bundle: Bundle,
  flowId: string,
  { id, ...fields }: Partial<Note> & Pick<Note, "id">,
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const notes = mapShared(flow.notes, (note) => (note.id === id ? { ...note, ...fields } : note));
    return notes === flow.notes ? flow : { ...flow, notes };
  });
}

export function removeNote(bundle: Bundle, flowId: string, noteId: string): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const notes = filterShared(flow.notes, ({ id }) => id !== noteId);
    return notes === flow.notes ? flow : { ...flow, notes };
  });
}
