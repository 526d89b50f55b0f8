import { z } from "zod";
import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getManagedMember } from "./get-managed-member.ts";

export const removeMember = workspaceProcedure("member.remove")
  .input(z.strictObject({ userId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const target = await getManagedMember(ctx.tx, input.userId, { id: ctx.actor.id, role: ctx.role });
    // Written first: removing the member hides the name that the entry needs.
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "member-removed",
      target: target.email,
      facts: { role: target.role },
    });
    await ctx.tx`delete from member where user_id = ${input.userId}`;
    return { userId: input.userId };
  });
