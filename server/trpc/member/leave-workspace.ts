import { recordAudit } from "#server/auth/audit.ts";
import { workspaceProcedure } from "../procedures.ts";

/** The last owner cannot leave (`conflict`, `last_owner`): nobody could manage the workspace any more. */
export const leaveWorkspace = workspaceProcedure("member.leave").mutation(async ({ ctx }) => {
  await recordAudit(ctx.tx, {
    workspaceId: ctx.workspaceId,
    actor: ctx.actor,
    action: "member-left",
    target: ctx.actor.name,
  });
  await ctx.tx`delete from member where user_id = ${ctx.actor.id}`;
  return { workspaceId: ctx.workspaceId };
});
