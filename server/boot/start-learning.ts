import { z } from "zod";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { createJobQueue } from "../jobs/queue/create-job-queue.ts";
import { createJobWorker } from "../jobs/queue/create-job-worker.ts";
import { performLearning } from "../knowledge/learning/run/perform-learning.ts";
import { findOpenRuns, planNightlyRuns, toNightBegan } from "../knowledge/learning/run/start-run.ts";
import type { Logger } from "../log.ts";

const QUEUE = "learning";
/** Each run computes in a thread of its own. */
const CONCURRENCY = 1;
const SWEEP_MS = 2_000;
const PLAN_MS = 60_000;

const jobSchema = z.strictObject({ runId: z.uuid() });

export type Learning = {
  /** Called after the commit that made the run; a lost call costs one sweep. */
  wake(runId: string): void;
  /** Begins no more runs; the one under way is given to the next worker. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type LearningDeps = {
  readonly env: Pick<Env, "REDIS_URL" | "JIEDA_ROLE">;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly log: Logger;
};

/** Looks through talks for what went badly, every night and when somebody asks for it. */
export function startLearning({ env, sql, databaseUrl, log }: LearningDeps): Learning {
  const connection = { databaseUrl, redisUrl: env.REDIS_URL ?? null };
  const queue = createJobQueue({ name: QUEUE, connection, log });
  const wake = (runId: string): void => void queue.add("learn", { runId }, { jobId: runId });
  if (env.JIEDA_ROLE === "web") return { wake, drain: async () => {}, close: queue.close };

  const stopping = new AbortController();
  const worker = createJobWorker({
    ...{ name: QUEUE, connection, log },
    concurrency: CONCURRENCY,
    handle: (job) => performLearning({ sql, log, stop: stopping.signal }, jobSchema.parse(job.data).runId),
  });
  const sweeping = setInterval(() => {
    findOpenRuns(sql).then(
      (runIds) => runIds.forEach(wake),
      (error: unknown) => log.warn({ err: error }, "open runs of the learning centre were not looked for"),
    );
  }, SWEEP_MS);
  const planning = setInterval(() => {
    planNightlyRuns(sql, toNightBegan(new Date())).catch((error: unknown) =>
      log.warn({ err: error }, "tonight's run of the learning centre was not planned"),
    );
  }, PLAN_MS);
  return {
    wake,
    drain: async () => {
      clearInterval(sweeping);
      clearInterval(planning);
      stopping.abort();
      await worker.close();
    },
    close: queue.close,
  };
}
