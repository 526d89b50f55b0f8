import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

/** The line that a shop pastes into its pages. Keys are made of letters, digits and dashes, so nothing needs escaping. */
export const getEmbedSnippet = workspaceProcedure("bot.embedSnippet")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const [bot] = await ctx.tx<{ key: string }[]>`
      select key from bot where id = ${input.botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (!bot || !/^[\w-]+$/.test(bot.key)) throw new AppError("not_found");
    return {
      script: `<script async src="${ctx.publicUrl}/widget.js" data-bot="${bot.key}"></script>`,
      chatUrl: `${ctx.publicUrl}/chat/${bot.key}`,
    };
  });
