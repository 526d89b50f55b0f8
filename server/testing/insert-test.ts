import type { TransactionSql } from "postgres";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { AppError } from "../app-error.ts";
import { toJsonText } from "../db/to-json-text.ts";

/** What one run takes, and what one list shows. */
const TESTS_MAX = 500;

type NewTest = {
  readonly suite: { readonly id: string; readonly botId: string };
  readonly workspaceId: string;
  readonly name: string;
  readonly script: FlowTestScript;
  /** `preview`, `conversation:<id>`, `template` or `hand`. */
  readonly source: string;
};

/** Adds a test at the end of its suite. */
export async function insertTest(
  tx: TransactionSql,
  { suite, workspaceId, name, script, source }: NewTest,
): Promise<{ readonly testId: string; readonly suiteId: string }> {
  const [known] = await tx<{ count: number; next: number }[]>`
    select count(*)::int as count, coalesce(max(position), -1) + 1 as next from flow_test where suite_id = ${suite.id}`;
  if ((known?.count ?? 0) >= TESTS_MAX) throw new AppError("conflict", { reason: "too_many_tests" });
  const [test] = await tx<{ testId: string; suiteId: string }[]>`
    insert into flow_test (suite_id, bot_id, workspace_id, name, script, source, position)
    values (${suite.id}, ${suite.botId}, ${workspaceId}, ${name}, ${toJsonText(script)}::text::jsonb, ${source}, ${known?.next ?? 0})
    returning id as "testId", suite_id as "suiteId"`;
  if (!test) throw new Error("the test was not written");
  return test;
}
