import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { accountProcedure } from "../procedures.ts";

/** Language and look follow the person to every browser. */
export const setPreferences = accountProcedure("me.setPreferences")
  .input(
    z.strictObject({
      locale: z.enum(LOCALES).optional(),
      theme: z.enum(["auto", "light", "dark"]).optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await ctx.sql`
      update auth_user set locale = coalesce(${input.locale ?? null}, locale), theme = coalesce(${input.theme ?? null}, theme),
        updated_at = now()
      where id = ${ctx.caller.userId}`;
    return input;
  });
