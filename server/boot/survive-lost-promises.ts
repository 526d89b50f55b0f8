import type { Logger } from "../log.ts";

/**
 * A rejection that nobody awaits harms one request at most, and every durable fact lies in the database; ending the process
 * would harm every customer. Seen where a driver's own background reconnect fails while the database restarts. It is an error
 * in the log, never silence. Exceptions outside of promises still end the process: their state cannot be trusted.
 */
export function surviveLostPromises(log: Logger): void {
  process.on("unhandledRejection", (reason) =>
    log.error({ err: reason }, "a rejected promise was awaited by nobody"),
  );
}
