import postgres, { type Sql } from "postgres";

export type { Sql } from "postgres";

type ConnectOptions = {
  /** Most connections that this client opens. */
  readonly max: number;
  /** Shown in pg_stat_activity, so that an operator sees who holds a connection. */
  readonly applicationName?: string;
  /**
   * For the statements of turns, which are all keyed: the planner knows nothing of a young table and would read it whole for
   * every turn, slower with each update that it must step over.
   */
  readonly isKeyedOnly?: boolean;
};

const KEYED_ONLY = { enable_seqscan: "off", enable_hashjoin: "off", enable_mergejoin: "off" } as const;

/** One pool on PostgreSQL: queries of one connection are pipelined and every statement is prepared once. */
export function connect(
  url: string,
  { max, applicationName = "jieda", isKeyedOnly = false }: ConnectOptions,
): Sql {
  return postgres(url, {
    max,
    prepare: true,
    idle_timeout: 0,
    connect_timeout: 10,
    // A restarted database must be found again within a second, not after postgres.js's default of up to 20.
    backoff: (attempt) => Math.min(1, 0.05 * 2 ** attempt),
    onnotice: () => {},
    connection: { application_name: applicationName, ...(isKeyedOnly ? KEYED_ONLY : {}) },
  });
}
