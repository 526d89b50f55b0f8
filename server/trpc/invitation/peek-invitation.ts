import { z } from "zod";
import { getOpenInvitation } from "#server/auth/accept-invitation.ts";
import { tokenSchema } from "#server/auth/one-time-token.ts";
import { publicProcedure } from "../procedures.ts";

/** What a link invites to, so that its reader can decide; reading changes nothing. */
export const peekInvitation = publicProcedure("invitation.peek")
  .input(z.strictObject({ token: tokenSchema }))
  .query(({ ctx, input }) => getOpenInvitation(ctx.sql, input.token));
