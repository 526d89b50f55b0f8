import type { Sql } from "postgres";
import type { Logger } from "../../../log.ts";

export const LEASE_SECONDS = 15;
/** How often progress is written, and how often, without any, the lease is renewed and a cancel is looked for. */
const PROGRESS_MS = 300;
const HEARTBEAT_MS = 1_000;

type LeaseDeps = { readonly sql: Sql; readonly log: Logger };
type LeaseEvents = {
  onLost(): void;
  /** Progress was written. */
  onWritten(): void;
};

export type ReadingLease = {
  /** Percent. */
  set(progress: number): void;
  /** Ends with the last write, so that nothing is written after it. */
  stop(): Promise<void>;
};

/** Writes progress and lease of a reading together; a row that is not being read any more means that it was cancelled or deleted. */
export function keepLease(
  { sql, log }: LeaseDeps,
  documentId: string,
  { onLost, onWritten }: LeaseEvents,
): ReadingLease {
  let latest = 0;
  let written = { progress: 0, at: performance.now() };
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const now = performance.now();
    if (latest === written.progress && now - written.at < HEARTBEAT_MS) return;
    written = { progress: latest, at: now };
    const rows = await sql`
      update document set progress = ${latest}, lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
      where id = ${documentId} and state = 'parsing' and deleted_at is null returning 1`;
    if (rows.length === 0) onLost();
    else onWritten();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch((error: unknown) => {
      // The database may be away for a moment; the lease outlasts that.
      log.warn({ err: error, documentId }, "progress of a document was not written");
    });
  }, PROGRESS_MS);
  return {
    set: (progress) => {
      latest = Math.max(latest, Math.floor(progress));
    },
    stop: () => {
      clearInterval(timer);
      return writing;
    },
  };
}
