import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { accountProcedure } from "../procedures.ts";

/** Moves this session to another workspace of its owner. The id is a wish: membership decides. */
export const switchWorkspace = accountProcedure("me.switchWorkspace")
  .input(z.strictObject({ workspaceId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const rows = await ctx.sql`
      update auth_session s set active_workspace_id = m.workspace_id, updated_at = now()
      from member m
      where s.id = ${ctx.caller.sessionId} and m.user_id = s.user_id and m.workspace_id = ${input.workspaceId}
        and m.disabled_at is null
      returning s.id`;
    if (rows.length === 0) throw new AppError("not_found");
    return { workspaceId: input.workspaceId };
  });
