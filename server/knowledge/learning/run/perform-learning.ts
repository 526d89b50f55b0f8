import type { SecretBox } from "../../../auth/secret-box.ts";
import { withWorkspace } from "../../../auth/with-workspace.ts";
import type { Sql } from "../../../db/connect.ts";
import type { Logger } from "../../../log.ts";
import type { Askable } from "../../embedding/ask-for-vectors.ts";
import { adoptKnown, readGrouping } from "../cluster/read-grouping.ts";
import { reopenAskedAnew, storeGroups } from "../cluster/store-groups.ts";
import { countTalks, readTalks } from "../collect/read-talks.ts";
import { storeQuestions } from "../collect/store-questions.ts";
import { type LearningThread, openLearningThread } from "../open-learning-thread.ts";
import { joinByMeaning } from "./join-by-meaning.ts";

/**
 * Performs one row of `learning_run`; the row is the truth, jobs only wake.
 *
 * L1. A run is performed by whoever holds its lease; when a worker dies, another goes on within two minutes. One that has
 *     failed three times is given up.
 * L2. Reading the same talks twice finds the same questions, each stored once: a run that begins anew does no harm.
 * L3. Nothing is written into talks, and no turn waits for a run.
 */

const ATTEMPTS_MAX = 3;
const LEASE_SECONDS = 120;
/** What a first run looks at. */
const FIRST_DAYS = 30;
const QUESTION_KEEP_DAYS = 365;
const READ_PERCENT = 70;
const GROUPED_PERCENT = 95;

type LearningDeps = Askable & {
  readonly secretBox: SecretBox;
  readonly sql: Sql;
  readonly log: Logger;
  /** Aborts when the process drains: the run is given back. */
  readonly stop: AbortSignal;
};

type Run = { readonly id: string; readonly workspaceId: string; readonly attempts: number };

type Work = LearningDeps & { readonly run: Run; readonly thread: LearningThread };

class RunLost extends Error {}

/** Performs it to the end unless somebody else does. Never rejects for what talks hold. */
export async function performLearning(deps: LearningDeps, runId: string): Promise<void> {
  const run = await claim(deps.sql, runId);
  if (!run) return;
  if (run.attempts > ATTEMPTS_MAX) return end(deps.sql, run, "failed");
  const thread = openLearningThread();
  // Without it the process would drain for as long as the thread computes, and be killed with the run in its hands.
  const cutOff = () => void thread.close();
  deps.stop.addEventListener("abort", cutOff);
  try {
    await learn({ ...deps, run, thread });
  } catch (error) {
    if (error instanceof RunLost) return;
    if (deps.stop.aborted) return giveBack(deps.sql, run);
    deps.log.warn({ err: error, runId }, "looking through talks failed this time");
    await letGo(deps.sql, run);
  } finally {
    deps.stop.removeEventListener("abort", cutOff);
    await thread.close();
  }
}

async function learn(work: Work): Promise<void> {
  const { sql, run, thread } = work;
  const { workspaceId } = run;
  work.stop.throwIfAborted();
  const { since, readTo } = await readWindow(sql, run);
  const found = await collect(work, since);
  await withWorkspace(sql, workspaceId, (tx) => adoptKnown(tx, workspaceId));
  const order = await withWorkspace(sql, workspaceId, (tx) => readGrouping(tx, workspaceId));
  const byWords = await thread.ask("group-questions", order);
  await keep(work, GROUPED_PERCENT);
  const groups = await joinByMeaning(work, {
    ...{ workspaceId, thread, stop: work.stop, groups: byWords },
    beat: () => keep(work, GROUPED_PERCENT),
  });
  await keep(work, GROUPED_PERCENT);
  await withWorkspace(sql, workspaceId, async (tx) => {
    const clusters = await storeGroups(tx, { workspaceId, groups });
    await reopenAskedAnew(tx, workspaceId);
    await tx`delete from learning_question
      where workspace_id = ${workspaceId} and asked_at < now() - make_interval(days => ${QUESTION_KEEP_DAYS})`;
    await tx`update learning_run set read_to = ${readTo}, found = ${found}, clusters = ${clusters} where id = ${run.id}`;
  });
  await end(sql, run, "done");
}

async function readWindow(sql: Sql, { workspaceId }: Run) {
  const [row] = await sql<{ since: Date; readTo: Date }[]>`
    select now() as "readTo", coalesce(
      (select max(read_to) from learning_run where workspace_id = ${workspaceId} and state = 'done'),
      now() - make_interval(days => ${FIRST_DAYS})) as since`;
  if (!row) throw new Error("the database answered nothing");
  return row;
}

async function collect(work: Work, since: Date): Promise<number> {
  const { sql, run, thread } = work;
  const { workspaceId } = run;
  const total = await withWorkspace(sql, workspaceId, (tx) => countTalks(tx, { workspaceId, since }));
  const readPage = (after: string | null) =>
    withWorkspace(sql, workspaceId, (tx) => readTalks(tx, { workspaceId, since }, after));
  let seen = 0;
  let found = 0;
  for (let page = await readPage(null); page !== null; page = await readPage(page.lastId)) {
    const questions = await thread.ask("find-questions", page.talks);
    if (questions !== "[]")
      found += await withWorkspace(sql, workspaceId, (tx) => storeQuestions(tx, { workspaceId, questions }));
    seen += page.count;
    await keep(work, (READ_PERCENT * seen) / Math.max(total, seen));
  }
  return found;
}

async function claim(sql: Sql, runId: string): Promise<Run | null> {
  const [row] = await sql<Run[]>`
    update learning_run set state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${runId} and state in ('queued', 'running') and (lease_until is null or lease_until < now())
    returning id, workspace_id as "workspaceId", attempts`;
  return row ?? null;
}

/** Shows how far it is and holds the lease; throws when another worker has it, or this one is to stop. */
async function keep({ sql, run, stop }: Work, percent: number): Promise<void> {
  stop.throwIfAborted();
  const rows = await sql`
    update learning_run set progress = ${Math.round(percent)}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${run.id} and state = 'running' and attempts = ${run.attempts} returning id`;
  if (rows.length === 0) throw new RunLost();
}

async function end(sql: Sql, { id, attempts }: Run, state: "done" | "failed"): Promise<void> {
  await sql`
    update learning_run set state = ${state}, progress = 100, ended_at = now(), lease_until = null
    where id = ${id} and state = 'running' and attempts = ${attempts}`;
}

/** To be tried again by the next sweep. */
async function letGo(sql: Sql, { id, attempts }: Run): Promise<void> {
  await sql`update learning_run set lease_until = null where id = ${id} and state = 'running' and attempts = ${attempts}`;
}

async function giveBack(sql: Sql, { id, attempts }: Run): Promise<void> {
  await sql`
    update learning_run set state = 'queued', lease_until = null, attempts = greatest(attempts - 1, 0)
    where id = ${id} and state = 'running' and attempts = ${attempts}`;
}
