import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { assertPassword } from "#server/auth/assert-password.ts";
import { completeSetup as makeOwner } from "#server/auth/complete-setup.ts";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { emailSchema, passwordSchema, personNameSchema } from "#server/auth/password-rules.ts";
import { addressKey, countTry, forgiveTry } from "#server/auth/throttle.ts";
import { publicProcedure } from "../procedures.ts";

export const completeSetup = publicProcedure("setup.complete")
  .input(
    z.strictObject({
      token: tokenSchema,
      email: emailSchema,
      name: personNameSchema,
      password: passwordSchema,
      workspaceName: personNameSchema,
      locale: z.enum(LOCALES),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    assertPassword(input.password, input.email);
    const keys = [addressKey(ctx.addressKey)];
    await countTry(ctx.sql, keys);
    await makeOwner(ctx, input);
    await forgiveTry(ctx.sql, keys);
    return { email: input.email };
  });
