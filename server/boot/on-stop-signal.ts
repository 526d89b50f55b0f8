import type { Logger } from "../log.ts";

/** An orchestrator kills after 30 s; we end a little before, so that our own last words are still written. */
const STOP_TIMEOUT_MS = 28_000;
/** Ctrl+C reaches us from the terminal, from npm and from the start script within a moment: that is one wish, not three. */
const SAME_WISH_MS = 700;

/**
 * Runs `stop` once at the first SIGTERM, SIGINT or SIGHUP and ends the process. A later second signal, or a stop that
 * takes too long, ends it at once: the database keeps what was committed, and the next start finds the rest.
 */
export function onStopSignal(stop: () => Promise<void>, log: Logger): void {
  let since: number | null = null;
  const handle = (signal: NodeJS.Signals): void => {
    if (since !== null) {
      if (Date.now() - since > SAME_WISH_MS) process.exit(130);
      return;
    }
    since = Date.now();
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("stopping took too long, ending at once");
      process.exit(1);
    }, STOP_TIMEOUT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, handle);
}
