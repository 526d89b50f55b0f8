import type { TransactionSql } from "postgres";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import { AppError } from "#server/app-error.ts";

type OwnedBot = {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: string;
  readonly settings: BotSettings;
  readonly isPaused: boolean;
};

/** The workspace's bot, locked against other changes; `not_found` for unknown, deleted and foreign alike. */
export async function getOwnedBot(
  tx: TransactionSql,
  { workspaceId, botId }: { readonly workspaceId: string; readonly botId: string },
): Promise<OwnedBot> {
  const [row] = await tx<OwnedBot[]>`
    select id, workspace_id as "workspaceId", key, name, settings, is_paused as "isPaused"
    from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null for no key update`;
  if (!row) throw new AppError("not_found");
  return row;
}
