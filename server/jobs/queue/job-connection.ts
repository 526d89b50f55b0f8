import type { PgPool } from "bullmq";
import pg from "pg";

/** Where jobs wait: in Redis when an address is given, else in the database that holds everything else. */
export type JobConnection = {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
};

/** Half of a second: a queue server that comes back must not be found again only after the default's many seconds. */
const RECONNECT_MS_MAX = 500;

/** Queue and worker each keep a few connections only (one of them listens): the built-in database has 60 for everybody. */
const POSTGRES_CONNECTIONS_MAX = 4;

export type QueuePool = { readonly connection: PgPool; close(): Promise<void> };

/**
 * The pool is ours and not BullMQ's, because of one line: a connection that is lost while it is checked out reports that as an
 * event, and an event that nobody listens to ends the process. BullMQ listens to idle connections only.
 */
export function createPostgresPool({ databaseUrl }: JobConnection): QueuePool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POSTGRES_CONNECTIONS_MAX,
    keepAlive: true,
    application_name: "jieda-queue",
    // BullMQ sets the schema for pools of its own only.
    options: "-c search_path=bullmq",
  });
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  let closing: Promise<void> | null = null;
  return {
    // as: BullMQ describes the parts of pg that it uses more widely than pg types them.
    connection: pool as unknown as PgPool,
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

/** `isPatient`: a worker waits for a lost Redis; whoever adds a job hears of it at once. */
export const toRedisOptions = (redisUrl: string, { isPatient }: { readonly isPatient: boolean }) => ({
  url: redisUrl,
  maxRetriesPerRequest: null,
  enableOfflineQueue: isPatient,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, RECONNECT_MS_MAX),
});

/** Keys of several programs may share one Redis. */
export const REDIS_PREFIX = "jieda";
