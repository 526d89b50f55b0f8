import { z } from "zod";
import { personNameSchema } from "#server/auth/password-rules.ts";
import { accountProcedure } from "../procedures.ts";

export const renameMe = accountProcedure("me.rename")
  .input(z.strictObject({ name: personNameSchema }))
  .mutation(async ({ ctx, input }) => {
    await ctx.sql`update auth_user set name = ${input.name}, updated_at = now() where id = ${ctx.caller.userId}`;
    return { name: input.name };
  });
