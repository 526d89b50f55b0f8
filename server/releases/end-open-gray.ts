import type { TransactionSql } from "postgres";

/** Ends the bot's gray release, running or halted, and tells which version it was, or null where there was none. Its talks go on on their version unless they are taken along. */
export async function endOpenGray(
  tx: TransactionSql,
  { botId, state }: { readonly botId: string; readonly state: "promoted" | "stopped" },
): Promise<{ readonly versionId: string; readonly number: number } | null> {
  const [ended] = await tx<{ versionId: string; number: number }[]>`
    update gray_release g set state = ${state}, ended_at = now() from flow_version v
    where g.bot_id = ${botId} and g.state in ('running', 'halted') and v.id = g.version_id
    returning v.id as "versionId", v.number`;
  return ended ?? null;
}
