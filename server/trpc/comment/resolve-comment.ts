import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

/** Puts a comment aside, or takes it up again. */
export const resolveComment = workspaceProcedure("comment.resolve")
  .input(z.strictObject({ commentId: z.uuid(), isResolved: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx<{ id: string; botId: string }[]>`
      update flow_comment set resolved_at = case when ${input.isResolved} then now() end
      where id = ${input.commentId} and workspace_id = ${ctx.workspaceId} returning id, bot_id as "botId"`;
    if (!row) throw new AppError("not_found");
    ctx.afterCommit(() => ctx.consoleBus.publish(row.botId, { type: "comments-changed" }));
    return { id: row.id };
  });
