/** Where jobs wait: in Redis when an address is given, else in the database that holds everything else. */
export type JobConnection = {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
};

/** Half of a second: a queue server that comes back must not be found again only after the default's many seconds. */
const RECONNECT_MS_MAX = 500;

/** Queue and worker each keep a few connections only: the built-in database has 60 for everybody. */
const POSTGRES_CONNECTIONS_MAX = 3;

export const toPostgresOptions = (connection: JobConnection) => ({
  connectionString: connection.databaseUrl,
  max: POSTGRES_CONNECTIONS_MAX,
});

/** `isPatient`: a worker waits for a lost Redis; whoever adds a job hears of it at once. */
export const toRedisOptions = (redisUrl: string, { isPatient }: { readonly isPatient: boolean }) => ({
  url: redisUrl,
  maxRetriesPerRequest: null,
  enableOfflineQueue: isPatient,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, RECONNECT_MS_MAX),
});

/** Keys of several programs may share one Redis. */
export const REDIS_PREFIX = "jieda";
