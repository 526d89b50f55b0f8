import type { Fragment, TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import { AppError } from "../../app-error.ts";
import type { EntryContent } from "./entry-content.ts";

export type EntryKey = { readonly workspaceId: string; readonly entryId: string };

export type EntryRow = {
  readonly id: string;
  readonly baseId: string;
  readonly content: EntryContent;
  readonly state: FaqState;
  readonly rev: number;
  readonly approvedRev: number | null;
  readonly authorName: string;
  readonly approverName: string | null;
  readonly reviewedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  /** Published, but its review is overdue: still served, flagged to its keepers. */
  readonly isStale: boolean;
  /** Past `validTo`: served no more, even where a release still holds it. */
  readonly isExpired: boolean;
};

/** The content of a row `e` of `faq_entry`, exactly as `EntryContent` has it. */
export const contentOf = (tx: TransactionSql): Fragment => tx`jsonb_build_object(
  'question', e.question, 'similar', to_jsonb(e.similar), 'negatives', to_jsonb(e.negatives), 'answers', e.answers,
  'attachments', e.attachments, 'categoryId', e.category_id, 'tags', to_jsonb(e.tags), 'ownerId', e.owner_id,
  'validFrom', ${isoOf(tx, tx`e.valid_from`)}, 'validTo', ${isoOf(tx, tx`e.valid_to`)},
  'reviewEveryDays', e.review_every_days, 'dataClass', e.data_class)`;

const isoOf = (tx: TransactionSql, column: Fragment): Fragment =>
  tx`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const isStaleOf = (tx: TransactionSql): Fragment =>
  tx`coalesce(e.state = 'published' and coalesce(e.reviewed_at, e.created_at) + make_interval(days => e.review_every_days) < now(), false)`;

export const isExpiredOf = (tx: TransactionSql): Fragment => tx`coalesce(e.valid_to < now(), false)`;

const columnsOf = (tx: TransactionSql): Fragment => tx`
  e.id, e.base_id as "baseId", ${contentOf(tx)} as content, e.state, e.rev, e.approved_rev as "approvedRev",
  e.author_name as "authorName", e.approver_name as "approverName", e.reviewed_at as "reviewedAt",
  e.created_at as "createdAt", e.updated_at as "updatedAt", e.deleted_at as "deletedAt",
  ${isStaleOf(tx)} as "isStale", ${isExpiredOf(tx)} as "isExpired"`;

/** The entry as it is now, deleted or not; `not_found` for unknown and foreign ones and those of deleted bases. */
export async function getEntry(
  tx: TransactionSql,
  { workspaceId, entryId }: EntryKey,
  lock: "read" | "lock" = "read",
): Promise<EntryRow> {
  const [row] = await tx<EntryRow[]>`
    select ${columnsOf(tx)} from faq_entry e
    join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.id = ${entryId} and e.workspace_id = ${workspaceId} ${lock === "lock" ? tx`for no key update of e` : tx``}`;
  if (!row) throw new AppError("not_found");
  return row;
}
