const LOST_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  // admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** True when the database went away, so that nobody knows whether the statement was committed. */
export function isConnectionLost(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && LOST_CODES.has(String(error.code));
}
