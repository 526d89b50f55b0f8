import type { TransactionSql } from "postgres";
import type { GrayAudience, GrayGuard } from "../../drizzle/schema/release.ts";
import { AppError } from "../app-error.ts";
import { type ReleaseActor, recordRelease } from "./record-release.ts";
import { takeTalksAlong } from "./take-talks-along.ts";

type Start = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly number: number;
  readonly audience: GrayAudience;
  readonly guard: GrayGuard;
  readonly actor: ReleaseActor;
};

/** Gives a version to some customers beside the live one. One gray release a bot at a time; the caller holds the bot's row. */
export async function startGray(tx: TransactionSql, start: Start): Promise<void> {
  const { botId, workspaceId, versionId, number, audience, guard, actor } = start;
  const [bot] = await tx<{ live: string | null; isOpen: boolean }[]>`
    select live_version_id as live, exists (
      select from gray_release where bot_id = ${botId} and state in ('running', 'halted')) as "isOpen"
    from bot where id = ${botId}`;
  if (!bot?.live) throw new AppError("conflict", { reason: "nothing_live" });
  if (bot.live === versionId) throw new AppError("conflict", { reason: "version_is_live" });
  if (bot.isOpen) throw new AppError("conflict", { reason: "gray_open" });
  await tx`insert into gray_release (bot_id, workspace_id, version_id, audience, guard, state, author_name)
    values (${botId}, ${workspaceId}, ${versionId}, ${tx.json(audience)}, ${tx.json(guard)}, 'running', ${actor.name})`;
  await takeTalksAlong(tx, { botId, workspaceId, to: versionId, running: "finish" });
  await recordRelease(tx, {
    ...{ botId, workspaceId, versionId, number, actor, kind: "gray-started" },
    fromVersionId: bot.live,
    facts: { audience, guard },
  });
}
