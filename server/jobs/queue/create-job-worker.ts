import { setTimeout as delay } from "node:timers/promises";
import { createPostgresBackend, createRedisBackend, type Job, withBackend } from "bullmq";
import type { Logger } from "pino";
import { createPostgresPool, type JobConnection, REDIS_PREFIX, toRedisOptions } from "./job-connection.ts";

/** BullMQ's own 30 s left a conversation without an answer for a minute after its worker was killed; so it is 6 s. */
const LOCK_MS = 5000;
const STALLED_CHECK_MS = 2000;
/** A killed worker is no fault of the job: who gives up, and when, is decided in our own tables. */
const STALLED_MAX = 100;
const RETRY_AFTER_ERROR_MS = 500;
const CLOSE_TIMEOUT_MS = 15_000;

export type IncomingJob = {
  readonly id: string;
  readonly name: string;
  /** Parsed by the handler: it may come from an older program. */
  readonly data: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
};

export type JobWorker = {
  /** Takes no more jobs and lets those under way end; after 15 s it leaves them to the next worker. */
  close(): Promise<void>;
};

export type JobWorkerOptions = {
  readonly name: string;
  readonly connection: JobConnection;
  readonly concurrency: number;
  readonly log: Logger;
  handle(job: IncomingJob): Promise<void>;
};

/** Works on the jobs of a queue. A job may come twice, and after its worker died it comes again within about 6 s. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { name, log } = options;
  const { worker, closeConnections } = openWorker(options);
  let isClosing = false;
  worker.on("error", (error) => {
    // Its listening connection outlives its close for a moment, and may see the database go.
    if (!isClosing) log.warn({ err: error, queue: name }, "worker connection failed");
  });
  worker.on("failed", (job, error) =>
    log.error({ err: error, queue: name, job: job?.name, id: job?.id }, "job failed"),
  );
  return {
    async close() {
      isClosing = true;
      const stopTimer = new AbortController();
      const gaveUp = delay(CLOSE_TIMEOUT_MS, true, { signal: stopTimer.signal }).catch(() => false);
      const isLate = await Promise.race([worker.close().then(() => false), gaveUp]);
      stopTimer.abort();
      if (isLate) {
        log.warn({ queue: name }, "jobs under way are left to the next worker");
        await worker.disconnect();
      }
      await closeConnections();
    },
  };
}

function openWorker({ name, connection, concurrency, handle }: JobWorkerOptions) {
  const work = (job: Job) =>
    handle({ id: job.id ?? "", name: job.name, data: job.data, attempt: job.attemptsMade + 1 });
  const settings = {
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: STALLED_MAX,
    runRetryDelay: RETRY_AFTER_ERROR_MS,
  };
  if (connection.redisUrl === null) {
    const { Worker } = withBackend(createPostgresBackend);
    const pool = createPostgresPool(connection);
    return {
      worker: new Worker(name, work, { ...settings, connection: pool.connection }),
      closeConnections: pool.close,
    };
  }
  const { Worker } = withBackend(createRedisBackend);
  const redis = toRedisOptions(connection.redisUrl, { isPatient: true });
  const worker = new Worker(name, work, { ...settings, connection: redis, prefix: REDIS_PREFIX });
  return { worker, closeConnections: async () => {} };
}
