import { z } from "zod";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import type { Logger } from "../log.ts";
import { findOpenRuns } from "../testing/find-open-runs.ts";
import { performRun } from "../testing/perform-run.ts";

const QUEUE = "testing";
/** A run is pure computing in a thread of its own: more at once would take the cores from customers' turns. */
const CONCURRENCY = 1;
const SWEEP_MS = 2_000;

const jobSchema = z.strictObject({ runId: z.uuid() });

export type Testing = {
  /** Called after the commit that made the run; a lost call costs one sweep. */
  wake(runId: string): void;
  /** Takes no more runs; the one under way is given to the next worker. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type TestingDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly log: Logger;
};

/** Runs tests in the background: every process can ask for a run, those that work on jobs perform it. */
export function startTesting({ env, sql, databaseUrl, log }: TestingDeps): Testing {
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const wake = (runId: string): void => void queue.add("run", { runId }, { jobId: runId });
  if (env.JIEDA_ROLE === "web") return { wake, drain: async () => {}, close: queue.close };

  const stopping = new AbortController();
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: (job) => performRun({ sql, log, stop: stopping.signal }, jobSchema.parse(job.data).runId),
  });
  const sweeping = setInterval(() => {
    findOpenRuns(sql).then(
      (runIds) => runIds.forEach(wake),
      (error: unknown) => log.warn({ err: error }, "open test runs were not looked for"),
    );
  }, SWEEP_MS);
  return {
    wake,
    drain: async () => {
      clearInterval(sweeping);
      stopping.abort();
      await worker.close();
    },
    close: queue.close,
  };
}
