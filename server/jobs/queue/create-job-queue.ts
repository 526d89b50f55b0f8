import { createPostgresBackend, createRedisBackend, type JobsOptions, withBackend } from "bullmq";
import type { Logger } from "pino";
import type { JsonObject } from "../../../flows/kernel/json.ts";
import { createPostgresPool, type JobConnection, REDIS_PREFIX, toRedisOptions } from "./job-connection.ts";

/** A turn never waits longer than this for its wake-up to be taken; the sweeper finds the work within 2 s anyway. */
const ADD_TIMEOUT_MS = 1000;
const RETRY_PAUSE_MS = 1000;

export type AddOptions = {
  /** A job whose id still waits or runs is not added again. */
  readonly jobId?: string;
  readonly delayMs?: number;
  /** How often the job is tried at most; 1 unless given. */
  readonly attempts?: number;
};

export type JobQueue = {
  /** Says whether the job was taken. Never rejects: a job is only a wake-up, and losing it must not harm what asked for it. */
  add(name: string, data: JsonObject, options?: AddOptions): Promise<boolean>;
  close(): Promise<void>;
};

/** Opens a queue for adding jobs: the same behaviour on Redis and on PostgreSQL. */
export function createJobQueue(options: {
  readonly name: string;
  readonly connection: JobConnection;
  readonly log: Logger;
}): JobQueue {
  const { name, log } = options;
  const { queue, closeConnections } = openQueue(name, options.connection);
  queue.on("error", (error) => log.warn({ err: error, queue: name }, "queue connection failed"));
  const ready = queue.waitUntilReady().catch(() => {});

  return {
    async add(jobName, data, addOptions = {}) {
      try {
        const added = ready.then(() => queue.add(jobName, data, toJobOptions(addOptions)));
        return await withinTimeout(added, ADD_TIMEOUT_MS);
      } catch (error) {
        log.warn({ err: error, queue: name, job: jobName }, "job was not added");
        return false;
      }
    },
    async close() {
      await queue.close();
      await closeConnections();
    },
  };
}

function openQueue(name: string, connection: JobConnection) {
  if (connection.redisUrl === null) {
    const { Queue } = withBackend(createPostgresBackend);
    const pool = createPostgresPool(connection);
    return { queue: new Queue(name, { connection: pool.connection }), closeConnections: pool.close };
  }
  const { Queue } = withBackend(createRedisBackend);
  const redis = toRedisOptions(connection.redisUrl, { isPatient: false });
  return {
    queue: new Queue(name, { connection: redis, prefix: REDIS_PREFIX }),
    closeConnections: async () => {},
  };
}

function toJobOptions({ jobId, delayMs, attempts = 1 }: AddOptions): JobsOptions {
  return {
    attempts,
    backoff: { type: "exponential", delay: RETRY_PAUSE_MS },
    ...(jobId === undefined ? {} : { jobId: toJobId(jobId) }),
    ...(delayMs === undefined ? {} : { delay: delayMs }),
    // What is done or given up is in our own tables; a kept job would only block its id.
    removeOnComplete: true,
    removeOnFail: true,
  };
}

/** BullMQ refuses ids with a colon and ids that look like a number. */
const toJobId = (id: string): string => `j-${id.replaceAll(":", ".")}`;

async function withinTimeout(work: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The queue did not answer within ${timeoutMs} ms.`)),
      timeoutMs,
    );
  });
  work.catch(() => {});
  try {
    await Promise.race([work, late]);
    return true;
  } finally {
    clearTimeout(timer);
  }
}
