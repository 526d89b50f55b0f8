import { z } from "zod";
import { getOpenInvitation, acceptInvitation as join } from "#server/auth/accept-invitation.ts";
import { assertPassword } from "#server/auth/assert-password.ts";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { passwordSchema, personNameSchema } from "#server/auth/password-rules.ts";
import { accountKey, addressKey, countTry, forgiveTry } from "#server/auth/throttle.ts";
import { publicProcedure } from "../procedures.ts";

export const acceptInvitation = publicProcedure("invitation.accept")
  .input(z.strictObject({ token: tokenSchema, name: personNameSchema, password: passwordSchema }))
  .mutation(async ({ ctx, input }) => {
    const address = addressKey(ctx.addressKey);
    await countTry(ctx.sql, [address]);
    const invitation = await getOpenInvitation(ctx.sql, input.token);
    const account = accountKey(invitation.email);
    if (invitation.hasAccount) await countTry(ctx.sql, [account]);
    else assertPassword(input.password, invitation.email);
    const joined = await join(ctx, input);
    await forgiveTry(ctx.sql, [address, account]);
    return joined;
  });
