import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { listChannels } from "#server/bots/list-channels.ts";
import { getDraft } from "#server/drafts/get-draft.ts";
import { workspaceProcedure } from "../procedures.ts";

/** The draft with what the builder's frame shows of its bot. */
export const getDraftProcedure = workspaceProcedure("draft.get")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const { bundle, rev, updatedAt } = await getDraft(ctx.tx, {
      workspaceId: ctx.workspaceId,
      botId: input.botId,
    });
    const [bot] = await ctx.tx<
      {
        key: string;
        name: string;
        liveVersionId: string | null;
        liveVersionNumber: number | null;
        liveDraftRev: number | null;
      }[]
    >`select b.key, b.name, b.live_version_id as "liveVersionId", v.number as "liveVersionNumber", v.draft_rev as "liveDraftRev"
      from bot b left join flow_version v on v.id = b.live_version_id
      where b.id = ${input.botId} and b.workspace_id = ${ctx.workspaceId}`;
    if (!bot) throw new AppError("not_found");
    const key = { workspaceId: ctx.workspaceId, botId: input.botId };
    const channels = await listChannels(ctx.tx, key);
    return {
      bundle,
      rev,
      updatedAt,
      bot: { id: input.botId, ...bot, channels, chatUrl: `${ctx.publicUrl}/chat/${bot.key}` },
    };
  });
