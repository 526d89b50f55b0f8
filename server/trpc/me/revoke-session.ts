import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { accountProcedure } from "../procedures.ts";

export const revokeSession = accountProcedure("me.revokeSession")
  .input(z.strictObject({ sessionId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const rows = await ctx.sql`
      delete from auth_session where id = ${input.sessionId} and user_id = ${ctx.caller.userId} returning id`;
    if (rows.length === 0) throw new AppError("not_found");
    return { id: input.sessionId };
  });
