import type { TransactionSql } from "postgres";
import { endOpenGray } from "./end-open-gray.ts";
import { type ReleaseActor, recordRelease } from "./record-release.ts";
import { type RunningTalks, takeTalksAlong } from "./take-talks-along.ts";

export type GoingLive = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly number: number;
  readonly kind: "published" | "rolled-back" | "gray-promoted";
  readonly running: RunningTalks;
  readonly actor: ReleaseActor;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/**
 * Serves new talks with this version and decides about those under way; what was out as a gray release ends. The caller holds
 * the bot's row. Every process follows within seconds (`BOT_FRESH_MS`).
 */
export async function goLive(tx: TransactionSql, going: GoingLive): Promise<void> {
  const { botId, workspaceId, versionId, number, running, actor } = going;
  const [bot] = await tx<
    { live: string | null }[]
  >`select live_version_id as live from bot where id = ${botId}`;
  await tx`update bot set live_version_id = ${versionId} where id = ${botId}`;
  await tx`delete from publish_failure where bot_id = ${botId}`;
  await takeTalksAlong(tx, { botId, workspaceId, to: versionId, running });
  const isPromoted = going.kind === "gray-promoted";
  const ended = await endOpenGray(tx, { botId, state: isPromoted ? "promoted" : "stopped" });
  if (ended && !isPromoted)
    await recordRelease(tx, {
      ...ended,
      botId,
      workspaceId,
      actor,
      kind: "gray-stopped",
      fromVersionId: null,
    });
  await recordRelease(tx, {
    ...{ botId, workspaceId, versionId, number, actor, kind: going.kind },
    fromVersionId: bot?.live ?? null,
    facts: { running, ...going.facts },
  });
}
