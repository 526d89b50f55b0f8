import { z } from "zod";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";

/** Ends a link at once, also for those who have it open. What they said stays. */
export const revokeTesterLink = workspaceProcedure("tester.revoke")
  .input(z.strictObject({ linkId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx<{ name: string }[]>`
      update tester_link set revoked_at = now()
      where id = ${input.linkId} and workspace_id = ${ctx.workspaceId} and revoked_at is null returning name`;
    if (!row) throw new AppError("not_found");
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "tester-link-revoked",
      target: row.name,
    });
    return { id: input.linkId };
  });
