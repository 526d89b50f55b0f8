import type { TransactionSql } from "postgres";
import { recordAudit } from "#server/auth/audit.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

type Change = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly isPaused: boolean;
};

/** A paused bot starts no new conversations. Pausing what is paused changes nothing and leaves no line in the log. */
export async function setPaused(tx: TransactionSql, { workspaceId, botId, actor, isPaused }: Change) {
  const bot = await getOwnedBot(tx, { workspaceId, botId });
  if (bot.isPaused !== isPaused) {
    await tx`update bot set is_paused = ${isPaused} where id = ${bot.id}`;
    await recordAudit(tx, {
      workspaceId,
      actor,
      action: isPaused ? "bot-paused" : "bot-resumed",
      target: bot.name,
    });
  }
  return { botId: bot.id, isPaused };
}
