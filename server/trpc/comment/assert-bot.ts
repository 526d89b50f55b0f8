import type { TransactionSql } from "postgres";
import { AppError } from "#server/app-error.ts";

/** `not_found` for unknown, deleted and foreign bots alike. Takes no lock: reading and marking change nothing of the bot. */
export async function assertBot(
  tx: TransactionSql,
  { workspaceId, botId }: { readonly workspaceId: string; readonly botId: string },
): Promise<void> {
  const [bot] = await tx`
    select from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null`;
  if (!bot) throw new AppError("not_found");
}
