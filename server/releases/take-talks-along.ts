import type { TransactionSql } from "postgres";

/** What becomes of talks under way: they finish on their version, go on on the new one from their next event, or begin anew. */
export type RunningTalks = "finish" | "move" | "restart";

/** Talks on versions older than these finish where they are: a bot's moves are read with it every two seconds and must stay few. */
const VERSIONS_MAX = 50;

type Taking = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly to: string;
  readonly running: RunningTalks;
  /** Only talks on this version; by default those on all others. */
  readonly from?: string;
};

/**
 * Writes down where talks go on. Talks that begin on `to` stay there from now on, whatever an earlier release had decided about
 * it: so no chain of moves ever leads back to where it began.
 */
export async function takeTalksAlong(
  tx: TransactionSql,
  { botId, workspaceId, to, running, from }: Taking,
): Promise<void> {
  await tx`delete from version_move where bot_id = ${botId} and from_version_id = ${to}`;
  if (running === "finish") return;
  await tx`
    insert into version_move (bot_id, from_version_id, workspace_id, to_version_id, mode)
    select ${botId}, v.id, ${workspaceId}, ${to}, ${running} from flow_version v
    where v.bot_id = ${botId} and v.id <> ${to} and (${from ?? null}::uuid is null or v.id = ${from ?? null}::uuid)
    order by v.number desc limit ${VERSIONS_MAX}
    on conflict (bot_id, from_version_id) do update
      set to_version_id = excluded.to_version_id, mode = excluded.mode, at = now()`;
  await tx`delete from version_move m using (
      select id from flow_version where bot_id = ${botId} order by number desc offset ${VERSIONS_MAX}) old
    where m.bot_id = ${botId} and m.from_version_id = old.id`;
}
