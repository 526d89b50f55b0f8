import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";

export const revokeInvitation = workspaceProcedure("invitation.revoke")
  .input(z.strictObject({ invitationId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx<{ email: string }[]>`
      update invitation set revoked_at = now()
      where id = ${input.invitationId} and accepted_at is null and revoked_at is null returning email`;
    if (!row) throw new AppError("not_found");
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "invitation-revoked",
      target: row.email,
    });
    return { id: input.invitationId };
  });
