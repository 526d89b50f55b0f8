import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

/** Takes a bot off the net and out of sight. Who deletes must have typed its name; it can be brought back for 30 days. */
export const deleteBot = workspaceProcedure("bot.delete")
  .input(z.strictObject({ botId: z.uuid(), confirmName: z.string().max(200) }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const bot = await getOwnedBot(ctx.tx, { workspaceId, botId: input.botId });
    if (input.confirmName.trim() !== bot.name.trim())
      throw new AppError("conflict", { reason: "wrong_name" });
    await ctx.tx`update bot set deleted_at = now() where id = ${bot.id}`;
    await recordAudit(ctx.tx, { workspaceId, actor, action: "bot-deleted", target: bot.name });
    return { botId: bot.id, name: bot.name };
  });
