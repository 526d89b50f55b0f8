import type { Sql, TransactionSql } from "postgres";
import type { Channel } from "../../flows/kernel/channels.ts";

/** The channels for which a bot is written, for the checks; the web alone where its owner named none. */
export async function listChannels(
  sql: Sql | TransactionSql,
  { botId, workspaceId }: { readonly botId: string; readonly workspaceId: string },
): Promise<readonly Channel[]> {
  const [bot] = await sql<{ channels: readonly Channel[] | null }[]>`
    select settings->'channels' as channels from bot where id = ${botId} and workspace_id = ${workspaceId}`;
  return bot?.channels ?? ["web"];
}
