import { z } from "zod";
import { ROLES } from "#drizzle/schema/member.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { mayManageRole } from "#server/auth/policy.ts";
import { workspaceProcedure } from "../procedures.ts";
import { getManagedMember } from "./get-managed-member.ts";

/** Changes what a member may do and ends his sessions, so that nothing goes on under the old role. */
export const changeRole = workspaceProcedure("member.changeRole")
  .input(z.strictObject({ userId: z.uuid(), role: z.enum(ROLES) }))
  .mutation(async ({ ctx, input }) => {
    const target = await getManagedMember(ctx.tx, input.userId, { id: ctx.actor.id, role: ctx.role });
    if (!mayManageRole(ctx.role, input.role)) throw new AppError("forbidden");
    if (target.role !== input.role) {
      await ctx.tx`update member set role = ${input.role} where user_id = ${input.userId}`;
      await recordAudit(ctx.tx, {
        workspaceId: ctx.workspaceId,
        actor: ctx.actor,
        action: "member-role-changed",
        target: target.email,
        facts: { from: target.role, to: input.role },
      });
    }
    return { userId: input.userId, role: input.role };
  });
