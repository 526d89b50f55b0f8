import { z } from "zod";
import { isSetupToken } from "#server/auth/complete-setup.ts";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { hasOwner } from "#server/auth/setup-link.ts";
import { publicProcedure } from "../procedures.ts";

/** Whether the link still opens, and whether anybody has set this installation up yet. */
export const getSetupStatus = publicProcedure("setup.status")
  .input(z.strictObject({ token: z.string().max(200).nullable() }))
  .query(async ({ ctx, input }) => {
    const token = tokenSchema.safeParse(input.token);
    return {
      isOpen: token.success && (await isSetupToken(ctx.sql, token.data)),
      hasOwner: await hasOwner(ctx.sql),
    };
  });
