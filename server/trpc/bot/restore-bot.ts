import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { RESTORE_DAYS } from "./list-deleted-bots.ts";

/** Brings a deleted bot back as it was: key, versions, draft and talks. `not_found` once its 30 days are over. */
export const restoreBot = workspaceProcedure("bot.restore")
  .input(z.strictObject({ botId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const [bot] = await ctx.tx<{ name: string }[]>`
      update bot set deleted_at = null
      where id = ${input.botId} and workspace_id = ${workspaceId}
        and deleted_at > now() - make_interval(days => ${RESTORE_DAYS})
      returning name`;
    if (!bot) throw new AppError("not_found");
    await recordAudit(ctx.tx, { workspaceId, actor, action: "bot-restored", target: bot.name });
    return { botId: input.botId, name: bot.name };
  });
