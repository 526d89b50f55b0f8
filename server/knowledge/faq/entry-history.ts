import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { assertReferences } from "./assert-references.ts";
import { ENTRY_FIELDS, type EntryContent, type EntryField } from "./entry-content.ts";
import { type EntryKey, getEntry } from "./entry-row.ts";
import type { RevisionKind } from "./record-revisions.ts";
import { readRevision, type UpdateResult, writeContent } from "./update-entry.ts";

const PAGE = 30;

type Revision = {
  readonly rev: number;
  readonly kind: RevisionKind;
  readonly state: FaqState;
  readonly note: string;
  readonly authorName: string;
  readonly at: Date;
  readonly content: EntryContent;
  readonly before: EntryContent | null;
};

/** Who changed what, newest first; each line names the fields that differ from the one before. */
export async function listRevisions(
  tx: TransactionSql,
  { workspaceId, entryId, before }: EntryKey & { readonly before: number | null },
) {
  await getEntry(tx, { workspaceId, entryId });
  const rows = await tx<Revision[]>`
    select r.rev, r.kind, r.state, r.note, r.author_name as "authorName", r.at, r.content, p.content as before
    from faq_revision r left join faq_revision p on p.entry_id = r.entry_id and p.rev = r.rev - 1
    where r.entry_id = ${entryId} and r.rev < ${before ?? 2_147_483_647}
    order by r.rev desc limit ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  return {
    revisions: page.map(({ content, before: previous, ...revision }) => ({
      ...revision,
      fields: previous === null ? [] : listChangedFields(previous, content),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.rev ?? null) : null,
  };
}

/** Field by field what differs between two revs of one entry. */
export async function compareRevisions(
  tx: TransactionSql,
  { workspaceId, entryId, from, to }: EntryKey & { readonly from: number; readonly to: number },
) {
  await getEntry(tx, { workspaceId, entryId });
  const [a, b] = [
    await readRevision(tx, { entryId, rev: from }),
    await readRevision(tx, { entryId, rev: to }),
  ];
  return listChangedFields(a, b).map((field) => ({ field, from: a[field], to: b[field] }));
}

type Restoring = EntryKey & {
  readonly actor: Actor;
  readonly to: number;
  /** The rev that was seen; somebody else's newer words are not wiped out unseen. */
  readonly rev: number;
};

/** Writes an earlier content as the newest one; what stood there stays in the history. */
export async function restoreRevision(
  tx: TransactionSql,
  { workspaceId, entryId, actor, to, rev }: Restoring,
): Promise<UpdateResult> {
  const entry = await getEntry(tx, { workspaceId, entryId }, "lock");
  if (entry.deletedAt !== null) throw new AppError("not_found");
  if (entry.rev !== rev) throw new AppError("conflict", { reason: "entry_changed", rev: entry.rev });
  const content = await readRevision(tx, { entryId, rev: to });
  // Its category or owner may be gone meanwhile.
  const { categoryId, ownerId } = await keepKnown(tx, { workspaceId, baseId: entry.baseId }, content);
  return writeContent(tx, { entry, actor, content: { ...content, categoryId, ownerId }, kind: "restored" });
}

async function keepKnown(
  tx: TransactionSql,
  base: { readonly workspaceId: string; readonly baseId: string },
  { categoryId, ownerId }: EntryContent,
): Promise<Pick<EntryContent, "categoryId" | "ownerId">> {
  const isKnown = async (reference: Partial<Pick<EntryContent, "categoryId" | "ownerId">>) =>
    assertReferences(tx, base, reference).then(
      () => true,
      (error) => {
        if (error instanceof AppError) return false;
        throw error;
      },
    );
  return {
    categoryId: (await isKnown({ categoryId })) ? categoryId : null,
    ownerId: (await isKnown({ ownerId })) ? ownerId : null,
  };
}

export function listChangedFields(a: EntryContent, b: EntryContent): readonly EntryField[] {
  return ENTRY_FIELDS.filter((field) => !isDeepStrictEqual(a[field], b[field]));
}
