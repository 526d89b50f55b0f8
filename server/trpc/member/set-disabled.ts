import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getManagedMember } from "./get-managed-member.ts";

/** Shuts a member out at once, or lets him in again; his role and history stay. */
export const setDisabled = workspaceProcedure("member.setDisabled")
  .input(z.strictObject({ userId: z.uuid(), isDisabled: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const target = await getManagedMember(ctx.tx, input.userId, { id: ctx.actor.id, role: ctx.role });
    if (target.isDisabled !== input.isDisabled) {
      await ctx.tx`
        update member set disabled_at = case when ${input.isDisabled} then now() end where user_id = ${input.userId}`;
      await recordAudit(ctx.tx, {
        workspaceId: ctx.workspaceId,
        actor: ctx.actor,
        action: input.isDisabled ? "member-disabled" : "member-enabled",
        target: target.email,
      });
    }
    return input;
  });
