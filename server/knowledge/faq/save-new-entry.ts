import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import type { BaseKey } from "../bases/get-base.ts";
import { assertAttachments } from "./assert-attachments.ts";
import { assertReferences } from "./assert-references.ts";
import { type CreatedEntry, createEntry, createEntryAs } from "./create-entry.ts";
import { type EntryContent, emptyContent } from "./entry-content.ts";
import { type EntryRow, getEntry } from "./entry-row.ts";
import { type FieldConflict, mergeContent } from "./merge-content.ts";
import { writeContent } from "./update-entry.ts";

type NewEntry = BaseKey & {
  readonly actor: Actor;
  readonly content: EntryContent;
  /** Made once by the page on which it was begun, and kept with what was typed there. */
  readonly entryId?: string | undefined;
};

export type SavedNewEntry =
  | ({ readonly type: "saved" } & CreatedEntry)
  /** It is saved already, otherwise than this. Nothing was written; `rev` and `theirs` are what stands there now. */
  | ({ readonly type: "conflict"; readonly fields: readonly FieldConflict[] } & CreatedEntry);

/**
 * Saves an entry that was begun in a browser. Saved once more, from another tab or because the answer was lost on its way, it becomes a
 * save of the same entry: what only one of both has is in it, and what both say differently is a conflict that holds both. One that
 * somebody has deleted meanwhile stays deleted.
 */
export async function saveNewEntry(
  tx: TransactionSql,
  { entryId, ...entry }: NewEntry,
): Promise<SavedNewEntry> {
  if (entryId === undefined) return { type: "saved", ...(await createEntry(tx, entry)) };
  const known = await findKnown(tx, { ...entry, entryId });
  if (known) return saveAgain(tx, entry, known);
  const created = await createEntryAs(tx, { ...entry, entryId });
  if (created) return { type: "saved", ...created };
  // Another tab was faster by less than a statement, or the id is not of this workspace.
  const now = await findKnown(tx, { ...entry, entryId });
  if (!now) throw new AppError("not_found");
  return saveAgain(tx, entry, now);
}

async function findKnown(
  tx: TransactionSql,
  { workspaceId, baseId, entryId }: BaseKey & { readonly entryId: string },
): Promise<EntryRow | null> {
  const [row] = await tx`select from faq_entry where id = ${entryId} and workspace_id = ${workspaceId}`;
  if (!row) return null;
  const entry = await getEntry(tx, { workspaceId, entryId }, "lock");
  if (entry.baseId !== baseId) throw new AppError("not_found");
  return entry;
}

async function saveAgain(
  tx: TransactionSql,
  entry: Omit<NewEntry, "entryId">,
  known: EntryRow,
): Promise<SavedNewEntry> {
  // Under an id of its own it would be one more entry for every repeat, for example of a lost answer.
  if (known.deletedAt !== null) throw new AppError("conflict", { reason: "entry_deleted" });
  const merged = mergeContent({ base: emptyContent, mine: entry.content, theirs: known.content });
  if (merged.type === "conflict") return { ...merged, entryId: known.id, rev: known.rev };
  await assertReferences(tx, entry, entry.content);
  await assertAttachments(tx, merged.content.attachments, known.content.attachments);
  const { rev } = await writeContent(tx, {
    ...{ entry: known, actor: entry.actor, content: merged.content, kind: "edited" },
  });
  return { type: "saved", entryId: known.id, rev };
}
