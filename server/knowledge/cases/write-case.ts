import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "postgres";
import type { CaseContent } from "#drizzle/schema/cases.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { type CaseKey, type CaseRow, getCase, recordCaseRevision, touchCases } from "./case-row.ts";

/** Each is indexed whole, in memory. */
const CASES_MAX = 5_000;

type By = { readonly actor: Actor };

type NewCase = BaseKey &
  By & {
    readonly content: CaseContent;
    readonly ownerId: string | null;
    /** The talk that it was learned from. */
    readonly conversationId: string | null;
    /** Made once by the page on which it was begun: saved from two tabs, it is one case. */
    readonly caseId?: string | null | undefined;
  };

/**
 * A new case begins as a draft: nobody is answered from it before an expert has approved it. One that is saved already stays as it is;
 * when it says something else, `conflict`.
 */
export async function createCase(
  tx: TransactionSql,
  { workspaceId, baseId, actor, content, ownerId, conversationId, caseId = null }: NewCase,
): Promise<{ readonly caseId: string; readonly rev: number }> {
  await getBase(tx, { workspaceId, baseId });
  const known = await findKnown(tx, { workspaceId, caseId });
  if (known !== null) return assertSame(known, { baseId, content });
  await assertOwner(tx, workspaceId, ownerId);
  if (conversationId !== null) {
    const [talk] =
      await tx`select from conversation where id = ${conversationId} and workspace_id = ${workspaceId}`;
    if (!talk) throw new AppError("not_found");
  }
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from knowledge_case where base_id = ${baseId} and deleted_at is null`;
  if (count >= CASES_MAX) throw new AppError("conflict", { reason: "too_many_cases", max: CASES_MAX });
  const { question, context, outcome, answer, tags } = content;
  const [row] = await tx<{ id: string }[]>`
    insert into knowledge_case (id, base_id, workspace_id, question, context, outcome, answer, tags, owner_id, conversation_id,
      author_id, author_name)
    values (coalesce(${caseId}::uuid, uuidv7()), ${baseId}, ${workspaceId}, ${question}, ${context}, ${outcome}, ${answer}, ${[...tags]}, ${ownerId},
      ${conversationId}, ${actor.id}, ${actor.name})
    on conflict (id) do nothing returning id`;
  if (!row) {
    // Another tab was faster by less than a statement, or the id is not of this workspace.
    const now = await findKnown(tx, { workspaceId, caseId });
    if (now === null) throw new AppError("not_found");
    return assertSame(now, { baseId, content });
  }
  await recordCaseRevision(tx, { caseId: row.id, kind: "created", actor });
  return { caseId: row.id, rev: 1 };
}

async function findKnown(
  tx: TransactionSql,
  { workspaceId, caseId }: { readonly workspaceId: string; readonly caseId: string | null },
): Promise<CaseRow | null> {
  if (caseId === null) return null;
  const [row] = await tx`select from knowledge_case where id = ${caseId} and workspace_id = ${workspaceId}`;
  return row ? getCase(tx, { workspaceId, caseId }) : null;
}

function assertSame(
  known: CaseRow,
  { baseId, content }: { readonly baseId: string; readonly content: CaseContent },
): { readonly caseId: string; readonly rev: number } {
  if (known.baseId !== baseId) throw new AppError("not_found");
  if (known.deletedAt !== null || !isDeepStrictEqual(toContent(known), content))
    throw new AppError("conflict", { reason: "case_saved", rev: known.rev });
  return { caseId: known.id, rev: known.rev };
}

type Change = CaseKey &
  By & {
    /** The rev that the editor began with: somebody else's newer words are not wiped out unseen. */
    readonly rev: number;
    readonly content: CaseContent;
    readonly ownerId: string | null;
  };

/** Saves new words. What was approved before goes on being served until these are approved. */
export async function updateCase(
  tx: TransactionSql,
  { workspaceId, caseId, actor, rev, content, ownerId }: Change,
): Promise<{ readonly rev: number }> {
  const row = await lockSeen(tx, { workspaceId, caseId, rev });
  await assertOwner(tx, workspaceId, ownerId === row.ownerId ? null : ownerId);
  const { question, context, outcome, answer, tags } = content;
  const isNew = !isDeepStrictEqual(content, toContent(row));
  if (!isNew && ownerId === row.ownerId) return { rev };
  const state = isNew && row.state !== "retired" ? "draft" : row.state;
  await tx`
    update knowledge_case set question = ${question}, context = ${context}, outcome = ${outcome}, answer = ${answer},
      tags = ${[...tags]}, owner_id = ${ownerId}, state = ${state}, rev = rev + 1, updated_at = now()
      ${isNew ? tx`, author_id = ${actor.id}, author_name = ${actor.name}` : tx``}
    where id = ${caseId}`;
  await recordCaseRevision(tx, { caseId, kind: "edited", actor });
  return { rev: rev + 1 };
}

const toContent = ({ question, context, outcome, answer, tags }: CaseRow): CaseContent => ({
  ...{ question, context, outcome, answer, tags },
});

/** Out of sight and no longer served. */
export async function deleteCase(
  tx: TransactionSql,
  { workspaceId, caseId, actor }: CaseKey & By,
): Promise<void> {
  const row = await getCase(tx, { workspaceId, caseId }, "lock");
  if (row.deletedAt !== null) return;
  await tx`update knowledge_case set deleted_at = now(), rev = rev + 1, updated_at = now() where id = ${caseId}`;
  await recordCaseRevision(tx, { caseId, kind: "deleted", actor });
  if (row.isServed) await touchCases(tx, row.baseId);
}

export async function restoreCase(
  tx: TransactionSql,
  { workspaceId, caseId, actor }: CaseKey & By,
): Promise<void> {
  const row = await getCase(tx, { workspaceId, caseId }, "lock");
  if (row.deletedAt === null) return;
  await tx`update knowledge_case set deleted_at = null, rev = rev + 1, updated_at = now() where id = ${caseId}`;
  await recordCaseRevision(tx, { caseId, kind: "restored", actor });
  if (row.isServed) await touchCases(tx, row.baseId);
}

/** The case, locked, when it is still as the caller saw it. */
export async function lockSeen(
  tx: TransactionSql,
  { rev, ...key }: CaseKey & { readonly rev: number },
): Promise<CaseRow> {
  const row = await getCase(tx, key, "lock");
  if (row.deletedAt !== null) throw new AppError("not_found");
  if (row.rev !== rev) throw new AppError("conflict", { reason: "case_changed", rev: row.rev });
  return row;
}

async function assertOwner(tx: TransactionSql, workspaceId: string, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const [member] = await tx`
    select from member where workspace_id = ${workspaceId} and user_id = ${ownerId} and disabled_at is null`;
  if (!member) throw new AppError("not_found");
}
