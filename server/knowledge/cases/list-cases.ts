import type { TransactionSql } from "postgres";
import type { CaseContent, CaseState } from "#drizzle/schema/cases.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { type CaseKey, type CaseRevisionKind, type CaseRow, caseColumns, getCase } from "./case-row.ts";

const PAGE = 50;
const TAGS_MAX = 200;

type Filter = {
  /** In any of its texts and tags. */
  readonly search: string;
  readonly state: CaseState | null;
  readonly tag: string | null;
  readonly isDeleted: boolean;
  readonly after: string | null;
};

/** Cases of a base, newest first. */
export async function listCases(
  tx: TransactionSql,
  { workspaceId, baseId, search, state, tag, isDeleted, after }: BaseKey & Filter,
): Promise<{ readonly cases: readonly CaseRow[]; readonly next: string | null }> {
  await getBase(tx, { workspaceId, baseId });
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<CaseRow[]>`
    select ${caseColumns(tx)} from knowledge_case c left join auth_user u on u.id = c.owner_id
    where c.base_id = ${baseId} and (c.deleted_at is not null) = ${isDeleted}
      ${search === "" ? tx`` : tx`and (c.question ilike ${pattern} or c.answer ilike ${pattern} or c.context ilike ${pattern} or c.outcome ilike ${pattern} or ${search} = any(c.tags))`}
      ${state === null ? tx`` : tx`and c.state = ${state}`}
      ${tag === null ? tx`` : tx`and ${tag} = any(c.tags)`}
      ${after === null ? tx`` : tx`and c.id < ${after}`}
    order by c.id desc limit ${PAGE + 1}`;
  const cases = rows.slice(0, PAGE);
  return { cases, next: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null };
}

export async function listCaseTags(tx: TransactionSql, { workspaceId, baseId }: BaseKey) {
  await getBase(tx, { workspaceId, baseId });
  return tx<{ tag: string; cases: number }[]>`
    select tag, count(*)::int as cases from knowledge_case, unnest(tags) as tag
    where base_id = ${baseId} and deleted_at is null group by tag order by cases desc, tag limit ${TAGS_MAX}`;
}

type Revision = {
  readonly rev: number;
  readonly kind: CaseRevisionKind;
  readonly state: CaseState;
  readonly content: CaseContent;
  readonly note: string;
  readonly authorName: string;
  readonly at: Date;
};

/** Who changed what, newest first. */
export async function listCaseHistory(
  tx: TransactionSql,
  { before, ...key }: CaseKey & { readonly before: number | null },
): Promise<{ readonly revisions: readonly Revision[]; readonly next: number | null }> {
  await getCase(tx, key);
  const rows = await tx<Revision[]>`
    select rev, kind, state, content, note, author_name as "authorName", at from knowledge_case_revision
    where case_id = ${key.caseId} and rev < ${before ?? 2_147_483_647} order by rev desc limit ${PAGE + 1}`;
  const revisions = rows.slice(0, PAGE);
  return { revisions, next: rows.length > PAGE ? (revisions.at(-1)?.rev ?? null) : null };
}
