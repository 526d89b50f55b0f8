import type { Sql } from "postgres";
import type { Logger } from "../../log.ts";

export const LEASE_SECONDS = 15;
const HEARTBEAT_MS = 1_000;

type LeaseDeps = { readonly sql: Sql; readonly log: Logger };

/** Renews the lease of a base each second; a row that is not being worked on any more means that somebody stopped it. */
export function keepEmbeddingLease(
  { sql, log }: LeaseDeps,
  baseId: string,
  onLost: () => void,
): { stop(): Promise<void> } {
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const rows = await sql`
      update base_embedding set lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
      where base_id = ${baseId} and state = 'running' returning 1`;
    if (rows.length === 0) onLost();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch((error: unknown) => {
      // The database may be away for a moment; the lease outlasts that.
      log.warn({ err: error, baseId }, "the lease of a base's vectors was not renewed");
    });
  }, HEARTBEAT_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return writing;
    },
  };
}
