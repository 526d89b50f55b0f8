import type { TransactionSql } from "postgres";
import { AppError } from "../app-error.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { getDraft } from "../drafts/get-draft.ts";
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
 * Asks for a run on the draft as it is now. Part of the caller's
 * transaction: whoever calls wakes the worker after the commit. `conflict` when too many runs are open already.
 */
export async function startRun(tx: TransactionSql, run: NewRun): Promise<{ readonly runId: string }> {
  const { workspaceId, botId } = run;
  // A bot that was never opened in the builder gets its draft now.
  await getDraft(tx, { workspaceId, botId });
  const [open] = await tx<{ count: number }[]>`
    select count(*)::int as count from test_run where workspace_id = ${workspaceId} and state in ('queued', 'running')`;
  if ((open?.count ?? 0) >= OPEN_RUNS_MAX) throw new AppError("conflict", { reason: "too_many_runs" });
  await tx`delete from test_run where bot_id = ${botId} and state not in ('queued', 'running') and id not in (
    select id from test_run where bot_id = ${botId} order by id desc limit ${RUNS_KEPT})`;
  const total = run.input.type === "batch" ? run.input.rows.length : run.input.tests.length;
  const [row] = await tx<{ runId: string }[]>`
    insert into test_run (bot_id, workspace_id, suite_id, kind, draft_rev, bundle, input, state, total, author_name)
    select bot_id, workspace_id, ${run.suiteId}, ${run.kind}, rev, bundle, ${toJsonText(run.input)}::text::jsonb, 'queued',
      ${total}, ${run.authorName}
    from flow_draft where bot_id = ${botId} and workspace_id = ${workspaceId}
    returning id as "runId"`;
  if (!row) throw new AppError("not_found");
  return row;
}
