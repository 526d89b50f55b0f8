import type { TransactionSql } from "postgres";
import { AppError } from "../app-error.ts";
import { toJsonText } from "../db/to-json-text.ts";
import type { RunInput } from "./run-data.ts";

/** Reports are looked at while they are new; the bundles that they keep are large. */
const RUNS_KEPT = 50;
const OPEN_RUNS_MAX = 5;

type NewRun = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly kind: "suite" | "batch" | "publish";
  /** Null runs tests of several suites. */
  readonly suiteId: string | null;
  readonly input: RunInput;
  readonly authorName: string;
};

/**
 * Asks for a run on the draft as it is now (the live version's bundle where there is no draft). Part of the caller's
 * transaction: whoever calls wakes the worker after the commit. `conflict` when too many runs are open already.
 */
export async function startRun(tx: TransactionSql, run: NewRun): Promise<{ readonly runId: string }> {
  const { workspaceId, botId } = run;
  const [open] = await tx<{ count: number }[]>`
    select count(*)::int as count from test_run where workspace_id = ${workspaceId} and state in ('queued', 'running')`;
  if ((open?.count ?? 0) >= OPEN_RUNS_MAX) throw new AppError("conflict", { reason: "too_many_runs" });
  await tx`delete from test_run where bot_id = ${botId} and state not in ('queued', 'running') and id not in (
    select id from test_run where bot_id = ${botId} order by id desc limit ${RUNS_KEPT})`;
  const total = run.input.type === "batch" ? run.input.rows.length : run.input.tests.length;
  const [row] = await tx<{ runId: string }[]>`
    insert into test_run (bot_id, workspace_id, suite_id, kind, draft_rev, version_id, bundle, input, state, total, author_name)
    select b.id, b.workspace_id, ${run.suiteId}, ${run.kind}, d.rev, case when d.rev is null then v.id end,
      coalesce(d.bundle, v.bundle), ${toJsonText(run.input)}::text::jsonb, 'queued', ${total}, ${run.authorName}
    from bot b
    left join flow_draft d on d.bot_id = b.id
    left join flow_version v on v.id = b.live_version_id
    where b.id = ${botId} and b.workspace_id = ${workspaceId} and b.deleted_at is null and coalesce(d.bundle, v.bundle) is not null
    returning id as "runId"`;
  if (!row) throw new AppError("not_found");
  return row;
}
