import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { type BaseKey, getBase } from "../../bases/get-base.ts";
import type { EntryContent } from "../../faq/entry-content.ts";

const PAGE = 50;

export type ListedTest = {
  readonly id: string;
  readonly question: string;
  readonly entryId: string;
  readonly entryQuestion: EntryContent["question"];
  readonly authorName: string;
  readonly createdAt: Date;
};

/** The questions that a release of the base must answer, newest first. */
export async function listTests(
  tx: TransactionSql,
  { workspaceId, baseId, before }: BaseKey & { readonly before: string | null },
) {
  await getBase(tx, { workspaceId, baseId });
  const rows = await tx<ListedTest[]>`
    select t.id, t.question, t.entry_id as "entryId", e.question as "entryQuestion", t.author_name as "authorName",
      t.created_at as "createdAt"
    from faq_test t join faq_entry e on e.id = t.entry_id
    where t.base_id = ${baseId} and t.workspace_id = ${workspaceId} ${before === null ? tx`` : tx`and t.id < ${before}`}
    order by t.id desc limit ${PAGE + 1}`;
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int as count from faq_test where base_id = ${baseId} and workspace_id = ${workspaceId}`;
  const tests = rows.slice(0, PAGE);
  return { tests, total: count, next: rows.length > PAGE ? (tests.at(-1)?.id ?? null) : null };
}

export async function deleteTest(
  tx: TransactionSql,
  { workspaceId, testId }: { readonly workspaceId: string; readonly testId: string },
): Promise<void> {
  const rows =
    await tx`delete from faq_test where id = ${testId} and workspace_id = ${workspaceId} returning id`;
  if (rows.length === 0) throw new AppError("not_found");
}
