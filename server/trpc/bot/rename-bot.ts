import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { botNameSchema } from "./bot-name.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

/** Gives a bot another name; customers read it within seconds. The key, and with it every embedded page, stays. */
export const renameBot = workspaceProcedure("bot.rename")
  .input(z.strictObject({ botId: z.uuid(), name: botNameSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const bot = await getOwnedBot(ctx.tx, { workspaceId, botId: input.botId });
    if (bot.name !== input.name) {
      await ctx.tx`update bot set name = ${input.name} where id = ${bot.id}`;
      await recordAudit(ctx.tx, {
        ...{ workspaceId, actor, action: "bot-settings-changed", target: input.name },
        facts: { changed: ["name"] },
      });
    }
    return { botId: bot.id, name: input.name };
  });
