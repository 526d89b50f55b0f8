import type { TransactionSql } from "postgres";
import type { Role } from "#drizzle/schema/member.ts";
import { AppError } from "../app-error.ts";
import { listPlannedTests } from "./list-planned-tests.ts";
import { startRun } from "./start-run.ts";

/**
 * What publishing asks of the tests. Required suites must have passed on exactly what is to be published.
 *
 * G1. A result counts for the draft only when it was made with the very same bundle and the very same script: an edit of
 *     either asks for a new run. Equality is that of the stored JSON, so a draft that was changed and changed back needs none.
 * G2. Tests are never skipped in silence: without a result the verdict is `missing`, and `startRequiredRun` makes one.
 * G3. Only owners and admins may publish against failed or missing results, and only with a reason; whoever publishes keeps
 *     the report with the version and writes the audit line.
 *
 * The way of a publication: `findGate` -> `missing`: `startRequiredRun`, commit, wake (`ctx.background.wake("testing", runId)` after the
 * commit), the face follows `test.getRun` and publishes again -> `failed`: the face shows `failed` and offers the override to
 * those who may -> `clear`: publish. `draftRev` is the draft that was looked at: publish that one or refuse.
 */

/** Results older than that are not looked for: their tests run again. */
const RUNS_MAX = 10;

export type GateTest = {
  readonly testId: string;
  readonly suiteId: string;
  readonly suiteName: string;
  readonly name: string;
  /** The run that holds the report; null when there is no result for this very draft. */
  readonly runId: string | null;
  readonly passed: boolean | null;
};

export type Gate = {
  /** `open`: no suite is required. */
  readonly verdict: "open" | "clear" | "failed" | "missing";
  /** Null when the bot has no draft. */
  readonly draftRev: number | null;
  readonly passed: number;
  readonly failed: readonly GateTest[];
  readonly missing: readonly GateTest[];
  /** A run of required tests on this draft that is still under way. */
  readonly openRunId: string | null;
};

export type TestReport = {
  readonly passed: number;
  readonly failed: number;
  readonly override: string | null;
};

type BotRef = { readonly workspaceId: string; readonly botId: string };

/** What the required suites say of the draft as it is now. */
export async function findGate(tx: TransactionSql, { workspaceId, botId }: BotRef): Promise<Gate> {
  const [draft] = await tx<{ rev: number }[]>`
    select rev from flow_draft where bot_id = ${botId} and workspace_id = ${workspaceId}`;
  const tests = await tx<GateTest[]>`
    with same as (
      select r.id, r.input, r.results from test_run r
      join flow_draft d on d.bot_id = r.bot_id and d.bundle = r.bundle
      where r.bot_id = ${botId} and r.workspace_id = ${workspaceId} and r.state = 'done' and r.kind <> 'batch'
      order by r.id desc limit ${RUNS_MAX}
    ), known as materialized (
      select same.id, pair.planned->>'testId' as test_id, pair.planned->'script' as script,
        (pair.result->>'passed')::boolean as passed
      from same, rows from (jsonb_array_elements(same.input->'tests'), jsonb_array_elements(same.results->'tests')) pair(planned, result)
    ), newest as (
      select distinct on (t.id) t.id, known.id as run_id, known.passed
      from flow_test t join known on known.test_id = t.id::text and known.script = t.script
      where t.bot_id = ${botId} order by t.id, known.id desc
    )
    select t.id as "testId", t.suite_id as "suiteId", s.name as "suiteName", t.name, newest.run_id as "runId", newest.passed
    from flow_test t join test_suite s on s.id = t.suite_id left join newest on newest.id = t.id
    where t.bot_id = ${botId} and t.workspace_id = ${workspaceId} and s.is_required
    order by s.id, t.position, t.id`;
  const failed = tests.filter(({ passed }) => passed === false);
  const missing = tests.filter(({ passed }) => passed === null);
  return {
    verdict: toVerdict({ total: tests.length, failed: failed.length, missing: missing.length }),
    draftRev: draft?.rev ?? null,
    passed: tests.length - failed.length - missing.length,
    failed,
    missing,
    openRunId: await findOpenRun(tx, { workspaceId, botId }),
  };
}

/** Failures first: a run that is still missing cannot make them good. */
function toVerdict(counts: {
  readonly total: number;
  readonly failed: number;
  readonly missing: number;
}): Gate["verdict"] {
  if (counts.total === 0) return "open";
  if (counts.failed > 0) return "failed";
  return counts.missing > 0 ? "missing" : "clear";
}

async function findOpenRun(tx: TransactionSql, { workspaceId, botId }: BotRef): Promise<string | null> {
  const [run] = await tx<{ id: string }[]>`
    select r.id from test_run r join flow_draft d on d.bot_id = r.bot_id and d.rev = r.draft_rev
    where r.bot_id = ${botId} and r.workspace_id = ${workspaceId} and r.kind = 'publish' and r.state in ('queued', 'running')
    order by r.id desc limit 1`;
  return run?.id ?? null;
}

/** Runs every required suite on the draft as it is now; one that is under way already is joined. Null when nothing is required. */
export async function startRequiredRun(
  tx: TransactionSql,
  { workspaceId, botId, authorName }: BotRef & { readonly authorName: string },
): Promise<{ readonly runId: string } | null> {
  const openRunId = await findOpenRun(tx, { workspaceId, botId });
  if (openRunId !== null) return { runId: openRunId };
  const tests = await listPlannedTests(tx, { workspaceId, botId, suiteIds: null, isRequiredOnly: true });
  if (tests.length === 0) return null;
  return startRun(tx, {
    ...{ workspaceId, botId, kind: "publish", suiteId: null, authorName },
    input: { type: "suite", tests },
  });
}

export const mayOverrideTests = (role: Role): boolean => role === "owner" || role === "admin";

/**
 * The report to keep with the version. `conflict` (`tests_failed`, `tests_missing`) unless all passed or somebody who may
 * gives a reason; `forbidden` when somebody gives one who may not.
 */
export function toTestReport(
  gate: Gate,
  override: { readonly role: Role; readonly reason: string } | null,
): TestReport | null {
  if (gate.verdict === "open") return null;
  const report = { passed: gate.passed, failed: gate.failed.length };
  if (gate.verdict === "clear") return { ...report, override: null };
  if (override === null) throw new AppError("conflict", { reason: `tests_${gate.verdict}` });
  if (!mayOverrideTests(override.role)) throw new AppError("forbidden");
  return { ...report, override: override.reason };
}
