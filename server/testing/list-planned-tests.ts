import type { TransactionSql } from "postgres";
import type { PlannedTest } from "./run-data.ts";

type Selection = {
  readonly workspaceId: string;
  readonly botId: string;
  /** Null is every suite of the bot. */
  readonly suiteIds: readonly string[] | null;
  readonly isRequiredOnly: boolean;
};

/** The tests to run, in the order in which people see them. */
export async function listPlannedTests(
  tx: TransactionSql,
  { workspaceId, botId, suiteIds, isRequiredOnly }: Selection,
): Promise<readonly PlannedTest[]> {
  return tx<PlannedTest[]>`
    select t.id as "testId", t.suite_id as "suiteId", t.name, t.script
    from flow_test t join test_suite s on s.id = t.suite_id
    where t.bot_id = ${botId} and t.workspace_id = ${workspaceId} and (${!isRequiredOnly} or s.is_required)
      and (${suiteIds === null} or s.id = any(${[...(suiteIds ?? [])]}::uuid[]))
    order by s.id, t.position, t.id`;
}
