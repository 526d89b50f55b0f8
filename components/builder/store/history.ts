import { diffOps } from "#flows/editing/diff-ops.ts";
import { mergeOps } from "#flows/editing/merge-ops.ts";
import type { Bundle } from "#flows/kernel/flow.ts";

/** Names of undo steps; their texts are `builderMessages.edits`. */
export type EditLabel =
  | "add"
  | "move"
  | "connect"
  | "disconnect"
  | "delete"
  | "insert"
  | "replace"
  | "paste"
  | "cut"
  | "duplicate"
  | "layout"
  | "align"
  | "group"
  | "note"
  | "rename"
  | "config"
  | "disable"
  | "variable"
  | "settings"
  | "faq"
  | "subflow"
  | "extract"
  | "fold"
  | "fix"
  | "find"
  | "recover"
  | "generated";

/** One step that can be undone. Both documents hold this edit only: what others saved in between is in neither difference. */
export type HistoryEntry = {
  readonly before: Bundle;
  readonly after: Bundle;
  readonly label: EditLabel;
  readonly coalesce: string | null;
  readonly at: number;
};

export type History = {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** False after an undo or a change from elsewhere: the next keystroke begins a step of its own. */
  readonly isOpen: boolean;
};

export const EMPTY_HISTORY: History = { past: [], future: [], isOpen: false };

/** More than the 200 that are promised; documents share all that they have in common, so a step costs little. */
const STEPS_MAX = 500;
/** Keystrokes in one field within this time are one step. */
const COALESCE_MS = 800;

/** Adds an edit; typing on in the same field lengthens the last step. Only a new edit clears what could be redone. */
export function pushEdit(history: History, edit: HistoryEntry): History {
  const last = history.past.at(-1);
  const isSameField =
    history.isOpen &&
    last !== undefined &&
    edit.coalesce !== null &&
    last.coalesce === edit.coalesce &&
    edit.at - last.at <= COALESCE_MS;
  const past = isSameField
    ? [...history.past.slice(0, -1), { ...last, after: edit.after, at: edit.at }]
    : [...history.past, edit].slice(-STEPS_MAX);
  return { past, future: [], isOpen: true };
}

export type Travel = {
  readonly history: History;
  readonly bundle: Bundle;
  readonly label: EditLabel;
  /** Fields that somebody else has changed since; they stay as they are. */
  readonly skipped: number;
};

/** Takes the last step back, in a document that others may have changed meanwhile; null when there is none. */
export function undoEdit(history: History, bundle: Bundle): Travel | null {
  const entry = history.past.at(-1);
  if (!entry) return null;
  const merge = mergeOps(bundle, diffOps(entry.after, entry.before));
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, entry], isOpen: false },
    bundle: merge.bundle,
    label: entry.label,
    skipped: merge.conflicts.length,
  };
}

export function redoEdit(history: History, bundle: Bundle): Travel | null {
  const entry = history.future.at(-1);
  if (!entry) return null;
  const merge = mergeOps(bundle, diffOps(entry.before, entry.after));
  return {
    history: { past: [...history.past, entry], future: history.future.slice(0, -1), isOpen: false },
    bundle: merge.bundle,
    label: entry.label,
    skipped: merge.conflicts.length,
  };
}
