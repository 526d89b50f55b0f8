import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { assertAttachments } from "./assert-attachments.ts";
import { assertReferences } from "./assert-references.ts";
import type { EntryContent } from "./entry-content.ts";
import { insertEntries } from "./insert-entries.ts";

/** More would make a release of minutes and a model of hundreds of megabytes. */
export const ENTRIES_MAX = 20_000;

type NewEntry = BaseKey & {
  readonly actor: Actor;
  readonly content: EntryContent;
  /** What it is to be called. */
  readonly entryId?: string;
};

export type CreatedEntry = { readonly entryId: string; readonly rev: number };

/** A new entry begins as a draft: no customer is told it before somebody has approved and released it. */
export async function createEntry(
  tx: TransactionSql,
  entry: Omit<NewEntry, "entryId">,
): Promise<CreatedEntry> {
  const created = await createEntryAs(tx, entry);
  if (!created) throw new Error("the entry was not written");
  return created;
}

/** The same under an id of the caller's; null, and nothing is written, when that is taken. */
export async function createEntryAs(
  tx: TransactionSql,
  { workspaceId, baseId, actor, content, entryId }: NewEntry,
): Promise<CreatedEntry | null> {
  await getBase(tx, { workspaceId, baseId });
  await assertReferences(tx, { workspaceId, baseId }, content);
  await assertAttachments(tx, content.attachments);
  await assertRoom(tx, baseId, 1);
  const [created] = await insertEntries(tx, {
    ...{ workspaceId, baseId, actor, kind: "created" },
    contents: [content],
    ids: entryId === undefined ? [] : [entryId],
  });
  return created === undefined ? null : { entryId: created, rev: 1 };
}

/** Refuses what would make the base larger than can be learned. */
export async function assertRoom(tx: TransactionSql, baseId: string, more: number): Promise<void> {
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from faq_entry where base_id = ${baseId} and deleted_at is null`;
  if (count + more > ENTRIES_MAX)
    throw new AppError("conflict", { reason: "too_many_entries", max: ENTRIES_MAX });
}
