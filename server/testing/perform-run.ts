import type { Sql } from "postgres";
import { loadPassages } from "../knowledge/documents/search/load-passages.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import { loadGraph } from "../knowledge/graph/serve/load-graph.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import type { Logger } from "../log.ts";
import { readFreshWords } from "../runtime/load-words.ts";
import type { RunProgress } from "./run-data.ts";
import { type RunEnd, runInThread } from "./run-in-thread.ts";

/**
 * Performs one run of `test_run`; the row is the truth, jobs only wake.
 *
 * R1. A run is performed by whoever holds its lease. When a worker dies, the lease ends within 15 s and the run begins anew:
 *     tests are pure, so nothing is lost but time.
 * R2. A cancelled run stops within a second and stays cancelled, also when its results were just ready.
 * R3. Every run ends: by its results, by a failure with its reason, or after 10 minutes.
 */

const LEASE_SECONDS = 15;
const RUN_MS_MAX = 10 * 60_000;
/** How often progress is written, and how often, without any, the lease is renewed and a cancel is looked for. */
const PROGRESS_MS = 300;
const HEARTBEAT_MS = 1_000;

type PerformDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  /** Aborts when the process drains: the run is given back. */
  readonly stop: AbortSignal;
};

type ClaimedRun = {
  readonly id: string;
  readonly workspaceId: string;
  readonly bundleText: string;
  readonly inputText: string;
};

/** Runs to the end unless somebody else does, or the run is over already. Never rejects for what the flow or its tests do. */
export async function performRun(deps: PerformDeps, runId: string): Promise<void> {
  const run = await claimRun(deps.sql, runId);
  if (!run) return;
  const lost = new AbortController();
  const timeout = AbortSignal.timeout(RUN_MS_MAX);
  const progress = keepProgress(deps, runId, () => lost.abort());
  try {
    const end = await runInThread({
      bundleText: run.bundleText,
      inputText: run.inputText,
      basesText: await readBases(deps.sql, runId),
      passages: await readPassages(deps.sql, runId),
      graphs: await readGraphs(deps.sql, runId),
      words: await readFreshWords(deps.sql, run.workspaceId),
      signal: AbortSignal.any([lost.signal, timeout, deps.stop]),
      onProgress: progress.set,
    });
    await progress.stop();
    await storeResults(deps.sql, runId, end);
  } catch (error) {
    await progress.stop();
    if (lost.signal.aborted) return;
    if (deps.stop.aborted) return giveBack(deps.sql, runId);
    deps.log.warn({ err: error, runId }, "a test run failed");
    await failRun(deps.sql, runId, timeout.aborted ? "timeout" : "crashed");
  }
}

async function claimRun(sql: Sql, runId: string): Promise<ClaimedRun | null> {
  const [run] = await sql<ClaimedRun[]>`
    update test_run set state = 'running', done = 0, passed = 0, lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
    where id = ${runId} and state in ('queued', 'running') and (lease_until is null or lease_until < now())
    returning id, workspace_id as "workspaceId", bundle::text as "bundleText", input::text as "inputText"`;
  return run ?? null;
}

/** A test of a bot runs on the releases that are live when it runs, as customers' talks do. */
async function readBases(sql: Sql, runId: string): Promise<string> {
  const [row] = await sql<{ bases: string }[]>`
    select coalesce(json_agg(json_build_object(
      'id', b.id, 'name', b.name, 'number', r.number, 'content', r.content, 'model', r.model)), '[]')::text as bases
    from test_run t
    join knowledge_base b on b.workspace_id = t.workspace_id and b.deleted_at is null
      and t.bundle::text like '%"' || b.id || '"%'
    join faq_release r on r.id = b.live_release_id
    where t.id = ${runId}`;
  return row?.bases ?? "[]";
}

/** The same for the documents and cases of the bases that it names. */
async function readPassages(sql: Sql, runId: string): Promise<readonly LoadedPassages[]> {
  const bases = await sql<{ id: string }[]>`
    select b.id from test_run t
    join knowledge_base b on b.workspace_id = t.workspace_id and b.deleted_at is null
      and t.bundle::text like '%"' || b.id || '"%'
    where t.id = ${runId} and (exists (select from document d where d.base_id = b.id and d.is_served)
      or exists (select from knowledge_case c where c.base_id = b.id and c.served is not null))`;
  const loaded = await Promise.all(bases.map(({ id }) => loadPassages(sql, id)));
  return loaded.flatMap((one) => one ?? []);
}

/** The same for their accepted facts. */
async function readGraphs(sql: Sql, runId: string): Promise<readonly LoadedGraph[]> {
  const bases = await sql<{ id: string }[]>`
    select b.id from test_run t
    join knowledge_base b on b.workspace_id = t.workspace_id and b.deleted_at is null
      and t.bundle::text like '%"' || b.id || '"%'
    where t.id = ${runId} and exists (select from graph_fact f where f.base_id = b.id and f.state = 'accepted')`;
  const loaded = await Promise.all(bases.map(({ id }) => loadGraph(sql, id)));
  return loaded.flatMap((one) => one ?? []);
}

/** Writes progress and lease together; a row that is not running any more means that the run was cancelled or deleted. */
function keepProgress({ sql, log }: PerformDeps, runId: string, onLost: () => void) {
  let latest: RunProgress = { done: 0, passed: 0 };
  let written = { done: 0, at: performance.now() };
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const now = performance.now();
    if (latest.done === written.done && now - written.at < HEARTBEAT_MS) return;
    written = { done: latest.done, at: now };
    const rows = await sql`
      update test_run set done = ${latest.done}, passed = ${latest.passed}, lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
      where id = ${runId} and state = 'running' returning 1`;
    if (rows.length === 0) onLost();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch((error: unknown) => {
      // The database may be away for a moment; the lease outlasts that.
      log.warn({ err: error, runId }, "progress of a test run was not written");
    });
  }, PROGRESS_MS);
  return {
    set: (progress: RunProgress) => {
      latest = progress;
    },
    stop: () => {
      clearInterval(timer);
      return writing;
    },
  };
}

async function storeResults(sql: Sql, runId: string, { resultsText, passed }: RunEnd): Promise<void> {
  await sql`
    update test_run set state = 'done', done = total, passed = ${passed}, results = ${resultsText}::text::jsonb,
      lease_until = null, ended_at = now()
    where id = ${runId} and state = 'running'`;
}

async function failRun(sql: Sql, runId: string, error: "timeout" | "crashed"): Promise<void> {
  await sql`update test_run set state = 'failed', error = ${error}, lease_until = null, ended_at = now()
    where id = ${runId} and state = 'running'`;
}

async function giveBack(sql: Sql, runId: string): Promise<void> {
  await sql`update test_run set state = 'queued', lease_until = null where id = ${runId} and state = 'running'`;
}
