import { randomBytes } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { identitySecretPlace } from "#server/auth/secret-box.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

/** HS256 wants at least as many bits as its hash (RFC 7518 §3.2). */
const SECRET_BYTES = 32;

/** Makes a new key for signed identities and shows it this once; identities signed with the old one stop working. */
export const rotateIdentitySecret = workspaceProcedure("bot.rotateIdentitySecret")
  .input(z.strictObject({ botId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const bot = await getOwnedBot(ctx.tx, { workspaceId: ctx.workspaceId, botId: input.botId });
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const sealed = ctx.secretBox.seal(secret, identitySecretPlace(bot));
    await ctx.tx`update bot set identity_secret = ${sealed} where id = ${bot.id}`;
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "bot-identity-secret-rotated",
      target: bot.name,
    });
    return { secret };
  });
