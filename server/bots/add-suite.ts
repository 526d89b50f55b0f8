import type { TransactionSql } from "postgres";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { toJsonText } from "#server/db/to-json-text.ts";

export type NewTest = { readonly name: string; readonly script: FlowTestScript; readonly source: string };

export type NewSuite = {
  readonly name: string;
  readonly isRequired: boolean;
  readonly tests: readonly NewTest[];
};

type SuiteOfBot = { readonly workspaceId: string; readonly botId: string; readonly suite: NewSuite };

/** A suite without tests is none. */
export async function addSuite(tx: TransactionSql, { workspaceId, botId, suite }: SuiteOfBot): Promise<void> {
  if (suite.tests.length === 0) return;
  const [row] = await tx<{ id: string }[]>`
    insert into test_suite (bot_id, workspace_id, name, is_required)
    values (${botId}, ${workspaceId}, ${suite.name}, ${suite.isRequired}) returning id`;
  const suiteId = row?.id ?? "";
  const rows = suite.tests.map(({ name, script, source }, position) => ({ name, script, source, position }));
  await tx`
    insert into flow_test (suite_id, bot_id, workspace_id, name, script, source, position)
    select ${suiteId}, ${botId}, ${workspaceId}, r.name, r.script, r.source, r.position
    from jsonb_to_recordset(${toJsonText(rows)}::text::jsonb)
      as r(name text, script jsonb, source text, position int)`;
}
