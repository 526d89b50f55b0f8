import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { publishBoard } from "#server/releases/publish-progress.ts";
import { workspaceProcedure } from "../procedures.ts";

/** How far a publication is that this process is at; of those of other processes, pages hear by the event `publishing`. */
export const getPublishProgress = workspaceProcedure("release.publishing")
  .input(z.strictObject({ botId: z.uuid() }))
  .query(async ({ ctx, input: { botId } }) => {
    const rows = await ctx.tx`
      select from bot where id = ${botId} and workspace_id = ${ctx.workspaceId} and deleted_at is null`;
    if (rows.length === 0) throw new AppError("not_found");
    return publishBoard.find(botId);
  });
