import type { Fragment, TransactionSql } from "postgres";
import type { CaseContent, CaseState, knowledgeCaseRevision } from "#drizzle/schema/cases.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";

export const CASE_STATES = [
  "draft",
  "in_review",
  "approved",
  "retired",
] as const satisfies readonly CaseState[];

export type CaseKey = { readonly workspaceId: string; readonly caseId: string };

export type CaseRow = CaseContent & {
  readonly id: string;
  readonly baseId: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly conversationId: string | null;
  readonly state: CaseState;
  /** Customers are answered from it, perhaps by older words than these. */
  readonly isServed: boolean;
  readonly authorName: string;
  readonly approverName: string | null;
  readonly rev: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

/** The content of a row `c`, exactly as `CaseContent` has it. */
export const contentOf = (tx: TransactionSql): Fragment => tx`jsonb_build_object(
  'question', c.question, 'context', c.context, 'outcome', c.outcome, 'answer', c.answer, 'tags', to_jsonb(c.tags))`;

/** Of a row `c`; `u` is its owner's account. */
export const caseColumns = (tx: TransactionSql): Fragment => tx`
  c.id, c.base_id as "baseId", c.question, c.context, c.outcome, c.answer, c.tags, c.owner_id as "ownerId", u.name as "ownerName",
  c.conversation_id as "conversationId", c.state, c.served is not null as "isServed", c.author_name as "authorName",
  c.approver_name as "approverName", c.rev, c.created_at as "createdAt", c.updated_at as "updatedAt", c.deleted_at as "deletedAt"`;

/** The case as it is now, deleted or not; `not_found` for unknown and foreign ones and those of deleted bases. */
export async function getCase(
  tx: TransactionSql,
  { workspaceId, caseId }: CaseKey,
  lock: "read" | "lock" = "read",
): Promise<CaseRow> {
  const [row] = await tx<CaseRow[]>`
    select ${caseColumns(tx)} from knowledge_case c
    join knowledge_base b on b.id = c.base_id and b.deleted_at is null
    left join auth_user u on u.id = c.owner_id
    where c.id = ${caseId} and c.workspace_id = ${workspaceId} ${lock === "lock" ? tx`for no key update of c` : tx``}`;
  if (!row) throw new AppError("not_found");
  return row;
}

export type CaseRevisionKind = typeof knowledgeCaseRevision.$inferInsert.kind;

type Change = {
  readonly caseId: string;
  readonly kind: CaseRevisionKind;
  readonly actor: Actor;
  readonly note?: string;
};

/** Writes what the case has become into its history. To be called after every change of `rev`, in its transaction. */
export async function recordCaseRevision(
  tx: TransactionSql,
  { caseId, kind, actor, note = "" }: Change,
): Promise<void> {
  await tx`
    insert into knowledge_case_revision (case_id, rev, workspace_id, kind, content, state, note, author_id, author_name)
    select c.id, c.rev, c.workspace_id, ${kind}, ${contentOf(tx)}, c.state, ${note}, ${actor.id}, ${actor.name}
    from knowledge_case c where c.id = ${caseId}`;
}

/** Cases are indexed with the passages of their base: whoever holds an index hears of what is served from now on. */
export async function touchCases(tx: TransactionSql, baseId: string): Promise<void> {
  await tx`update knowledge_base set passages_rev = passages_rev + 1 where id = ${baseId}`;
}
