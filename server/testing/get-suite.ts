import type { TransactionSql } from "postgres";
import { DEFAULT_SUITE_NAMES } from "#flows/testing/default-suite.ts";
import { AppError } from "../app-error.ts";

type Suite = {
  readonly id: string;
  readonly botId: string;
  readonly name: string;
  readonly isRequired: boolean;
};

/** More would be a list that nobody reads; tests are grouped, not filed. */
const SUITES_MAX = 50;

/** The suite, locked against other changes; `not_found` for unknown and foreign alike. */
export async function getSuite(
  tx: TransactionSql,
  { workspaceId, suiteId }: { readonly workspaceId: string; readonly suiteId: string },
): Promise<Suite> {
  const [suite] = await tx<Suite[]>`
    select s.id, s.bot_id as "botId", s.name, s.is_required as "isRequired"
    from test_suite s join bot b on b.id = s.bot_id
    where s.id = ${suiteId} and s.workspace_id = ${workspaceId} and b.deleted_at is null for update of s`;
  if (!suite) throw new AppError("not_found");
  return suite;
}

type NewSuite = { readonly workspaceId: string; readonly botId: string; readonly name: string };

/** `not_found` for a bot that is not the workspace's. */
export async function createSuite(
  tx: TransactionSql,
  { workspaceId, botId, name }: NewSuite,
): Promise<Suite> {
  const [bot] = await tx`
    select from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null for no key update`;
  if (!bot) throw new AppError("not_found");
  const [known] = await tx<{ count: number }[]>`
    select count(*)::int as count from test_suite where bot_id = ${botId}`;
  if ((known?.count ?? 0) >= SUITES_MAX) throw new AppError("conflict", { reason: "too_many_suites" });
  const [suite] = await tx<Suite[]>`
    insert into test_suite (bot_id, workspace_id, name) values (${botId}, ${workspaceId}, ${name})
    returning id, bot_id as "botId", name, is_required as "isRequired"`;
  if (!suite) throw new Error("the suite was not written");
  return suite;
}

/** The suite for talks that are kept without a choice; the first such talk makes it. */
export async function findOrCreateDefaultSuite(
  tx: TransactionSql,
  {
    workspaceId,
    botId,
    locale,
  }: Omit<NewSuite, "name"> & { readonly locale: keyof typeof DEFAULT_SUITE_NAMES },
): Promise<Suite> {
  const [suite] = await tx<Suite[]>`
    select id, bot_id as "botId", name, is_required as "isRequired" from test_suite
    where bot_id = ${botId} and workspace_id = ${workspaceId} and name = any(${Object.values(DEFAULT_SUITE_NAMES)}::text[])
    order by id limit 1`;
  return suite ?? createSuite(tx, { workspaceId, botId, name: DEFAULT_SUITE_NAMES[locale] });
}
