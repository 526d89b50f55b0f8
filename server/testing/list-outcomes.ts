import type { TransactionSql } from "postgres";

/** How a test ended last. */
export type TestOutcomeNow = {
  readonly runId: string;
  readonly passed: boolean;
  /** Draft and test are still what was run. */
  readonly isCurrent: boolean;
  readonly at: Date;
};

/** A test that was in none of these has not been run for a while. */
const RUNS_MAX = 10;

type Row = TestOutcomeNow & { readonly testId: string };

/** The newest result of each test, by its id. */
export async function listOutcomes(
  tx: TransactionSql,
  bot: { readonly workspaceId: string; readonly botId: string; readonly draftRev: number },
): Promise<ReadonlyMap<string, TestOutcomeNow>> {
  const rows = await tx<Row[]>`
    with recent as (
      select id, draft_rev, created_at, ended_at, results from test_run
      where bot_id = ${bot.botId} and workspace_id = ${bot.workspaceId} and state = 'done' and kind <> 'batch'
      order by id desc limit ${RUNS_MAX}
    )
    select distinct on (t.id) t.id as "testId", r.id as "runId", (result->>'passed')::boolean as passed, r.ended_at as at,
      coalesce(r.draft_rev = ${bot.draftRev} and t.updated_at <= r.created_at, false) as "isCurrent"
    from recent r cross join lateral jsonb_array_elements(r.results->'tests') result
    join flow_test t on t.id = (result->>'testId')::uuid and t.bot_id = ${bot.botId}
    order by t.id, r.id desc`;
  return new Map(rows.map(({ testId, ...outcome }) => [testId, outcome]));
}
