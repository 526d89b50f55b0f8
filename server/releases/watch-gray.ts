import type { GrayGuard } from "../../drizzle/schema/release.ts";
import { recordAudit } from "../auth/audit.ts";
import type { Sql } from "../db/connect.ts";
import type { Logger } from "../log.ts";
import { type Breach, findBreach, measureGray } from "./measure-gray.ts";
import { recordRelease } from "./record-release.ts";

/**
 * Watches gray releases and halts one whose guard is breached: new talks get the live version again, at the latest one round
 * and `BOT_FRESH_MS` after the figures passed the limit. Several workers may watch at once; one of them halts.
 */

const ROUND_MS = 20_000;
const JITTER_MS = 5_000;

const WATCH = { name: "Jieda", id: null } as const;

type WatchDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  /** Called after a release was halted, to tell whoever looks. */
  readonly announce?: (halted: { readonly workspaceId: string; readonly botId: string }) => void;
};

type Watched = {
  readonly id: string;
  readonly botId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly number: number;
  readonly botName: string;
  readonly liveVersionId: string | null;
  readonly guard: GrayGuard;
  readonly startedAt: Date;
};

/** Checks at once and then every 20 to 25 seconds, one round at a time, until stopped. */
export function watchGrayReleases(deps: WatchDeps): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  const schedule = (): void => {
    if (isStopped) return;
    timer = setTimeout(run, ROUND_MS + Math.random() * JITTER_MS);
    timer.unref();
  };
  const run = (): void => {
    running = checkGuards(deps)
      .catch((error) =>
        deps.log.warn({ err: error }, "gray releases were not checked; the next round tries again"),
      )
      .then(schedule);
  };
  run();
  return {
    stop: () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      return running;
    },
  };
}

/** One round over all running releases. */
export async function checkGuards(deps: WatchDeps): Promise<void> {
  const watched = await deps.sql<Watched[]>`
    select g.id, g.bot_id as "botId", g.workspace_id as "workspaceId", g.version_id as "versionId", v.number,
      b.name as "botName", b.live_version_id as "liveVersionId", g.guard, g.started_at as "startedAt"
    from gray_release g join flow_version v on v.id = g.version_id join bot b on b.id = g.bot_id
    where g.state = 'running' and b.deleted_at is null`;
  for (const release of watched) {
    const breach = findBreach(await measureGray(deps.sql, release), release.guard);
    if (breach) await halt(deps, release, breach);
  }
}

async function halt({ sql, log, announce }: WatchDeps, release: Watched, breach: Breach): Promise<void> {
  const { id, botId, workspaceId, versionId, number, botName } = release;
  const isHalted = await sql.begin(async (tx) => {
    const rows = await tx`update gray_release set state = 'halted', halt_reason = ${tx.json(breach)}
      where id = ${id} and state = 'running' returning id`;
    if (rows.length === 0) return false;
    await recordRelease(tx, {
      ...{ botId, workspaceId, versionId, number, kind: "gray-halted", actor: WATCH, facts: breach },
      fromVersionId: release.liveVersionId,
    });
    await recordAudit(tx, {
      ...{ workspaceId, actor: WATCH, action: "gray-halted", target: botName },
      facts: { number, ...breach },
    });
    return true;
  });
  if (!isHalted) return;
  log.warn({ botId, number, ...breach }, "a gray release was halted by its guard");
  announce?.({ workspaceId, botId });
}
