import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { ensureOwner, openCluster, ownerUrl } from "./cluster.ts";
import { findPostmaster, isAlive, launchPostmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";

/** A dead database is noticed within this time; customers wait at most this plus the restart. */
const WATCH_MS = 250;
const RESTART_PAUSE_MS = 200;

export type EmbeddedPostgres = {
  readonly url: string;
  pid(): number;
  /** Ends the database cleanly; nothing may be connected that still has work to do. */
  stop(): Promise<void>;
};

/**
 * The database of an installation that has none of its own.
 *
 * E1. One data folder has one database; a database that outlived its parent is taken over, never started twice.
 * E2. While this runs, a database that dies is started again on the same address.
 * E3. A start that is killed at any moment leaves nothing that the next start cannot use or clear away.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log: Logger;
}): Promise<EmbeddedPostgres> {
  const { log } = options;
  const { cluster, postmaster } = await startPostmaster(await openCluster(options.dataDir));
  await ensureOwner(cluster);
  const { pid: databasePid, isAdopted } = postmaster;
  log.debug({ databasePid, isAdopted, folder: cluster.place.folder }, "database is running");

  let pid = postmaster.pid;
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(WATCH_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted && !isAlive(pid)) await restart();
    }
  }

  async function restart(): Promise<void> {
    log.error({ databasePid: pid }, "database died, starting it again");
    while (!stopping.signal.aborted) {
      try {
        pid = await launchPostmaster(cluster);
        log.info({ databasePid: pid }, "database is running again");
        return;
      } catch (error) {
        // The backends of the dead server need a moment to go; until then their memory keeps a new one out.
        log.warn({ error: String(error) }, "database did not start, trying again");
        await delay(RESTART_PAUSE_MS);
      }
    }
  }

  return {
    url: ownerUrl(cluster),
    pid: () => pid,
    async stop() {
      stopping.abort();
      await watching;
      const running = await findPostmaster(cluster);
      if (running !== null) await stopPostmaster(cluster, running);
    },
  };
}
