import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import { AppError } from "../../app-error.ts";
import { toJsonText } from "../../db/to-json-text.ts";
import type { Actor } from "../actor.ts";
import { assertAttachments } from "./assert-attachments.ts";
import { assertReferences } from "./assert-references.ts";
import { type EntryContent, SERVED_FIELDS } from "./entry-content.ts";
import { type EntryKey, type EntryRow, getEntry } from "./entry-row.ts";
import { type FieldConflict, mergeContent } from "./merge-content.ts";
import { type RevisionKind, recordRevisions } from "./record-revisions.ts";

type Change = EntryKey & {
  readonly actor: Actor;
  /** The rev that the editor began with. */
  readonly rev: number;
  readonly changes: Partial<EntryContent>;
};

export type UpdateResult =
  | { readonly type: "saved"; readonly rev: number; readonly content: EntryContent }
  /** Nothing was written. `rev` and `theirs` are what stands there now; sent again with this rev, `changes` win. */
  | { readonly type: "conflict"; readonly rev: number; readonly fields: readonly FieldConflict[] };

/** Saves an editor's changes onto whatever others saved meanwhile (see `mergeContent`): nobody's work is lost. */
export async function updateEntry(
  tx: TransactionSql,
  { workspaceId, entryId, actor, rev, changes }: Change,
): Promise<UpdateResult> {
  const entry = await getEntry(tx, { workspaceId, entryId }, "lock");
  if (entry.deletedAt !== null) throw new AppError("not_found");
  if (rev > entry.rev) throw new AppError("invalid_request", { fields: ["rev"] });
  const base = rev === entry.rev ? entry.content : await readRevision(tx, { entryId, rev });
  const merged = mergeContent({ base, mine: changes, theirs: entry.content });
  if (merged.type === "conflict") return { ...merged, rev: entry.rev };
  await assertReferences(tx, { workspaceId, baseId: entry.baseId }, changes);
  await assertAttachments(tx, merged.content.attachments, entry.content.attachments);
  return writeContent(tx, { entry, actor, content: merged.content, kind: "edited" });
}

/** The content that the entry had at a rev of its history. */
export async function readRevision(
  tx: TransactionSql,
  { entryId, rev }: { readonly entryId: string; readonly rev: number },
): Promise<EntryContent> {
  const [row] = await tx<{ content: EntryContent }[]>`
    select content from faq_revision where entry_id = ${entryId} and rev = ${rev}`;
  if (!row) throw new AppError("not_found");
  return row.content;
}

type Writing = {
  /** Locked. */
  readonly entry: EntryRow;
  readonly actor: Actor;
  readonly content: EntryContent;
  readonly kind: Extract<RevisionKind, "edited" | "restored">;
  /** Only for words that had this state before, unchanged. */
  readonly state?: FaqState;
};

/** Writes a content; what customers could notice makes the entry a draft again, on which nobody has passed. */
export async function writeContent(
  tx: TransactionSql,
  { entry, actor, content, kind, ...given }: Writing,
): Promise<UpdateResult & { readonly type: "saved" }> {
  if (isDeepStrictEqual(content, entry.content)) return { type: "saved", rev: entry.rev, content };
  const isServed = SERVED_FIELDS.some((field) => !isDeepStrictEqual(content[field], entry.content[field]));
  const state = given.state ?? (isServed && entry.state !== "retired" ? "draft" : entry.state);
  await tx`
    update faq_entry set category_id = ${content.categoryId}, question = ${toJsonText(content.question)}::text::jsonb,
      "similar" = ${[...content.similar]}, negatives = ${[...content.negatives]},
      answers = ${toJsonText(content.answers)}::text::jsonb, attachments = ${toJsonText(content.attachments)}::text::jsonb,
      tags = ${[...content.tags]}, data_class = ${content.dataClass}, owner_id = ${content.ownerId},
      valid_from = ${content.validFrom}, valid_to = ${content.validTo}, review_every_days = ${content.reviewEveryDays},
      state = ${state}, author_id = ${isServed ? actor.id : tx`author_id`}, author_name = ${isServed ? actor.name : tx`author_name`},
      rev = rev + 1, updated_at = now()
    where id = ${entry.id}`;
  await recordRevisions(tx, { entryIds: [entry.id], kind: isServed ? kind : "sorted", actor });
  return { type: "saved", rev: entry.rev + 1, content };
}
