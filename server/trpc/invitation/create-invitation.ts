import { z } from "zod";
import { ROLES } from "#drizzle/schema/member.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { createToken, hashToken } from "#server/auth/one-time-token.ts";
import { emailSchema } from "#server/auth/password-rules.ts";
import { mayManageRole } from "#server/auth/policy.ts";
import { workspaceProcedure } from "../procedures.ts";

const OPEN_MAX = 200;

/** Makes a link that is shown once and works once, for 7 days. An earlier open invitation of the same address ends. */
export const createInvitation = workspaceProcedure("invitation.create")
  .input(z.strictObject({ email: emailSchema, role: z.enum(ROLES) }))
  .mutation(async ({ ctx, input }) => {
    if (!mayManageRole(ctx.role, input.role)) throw new AppError("forbidden");
    const [known] = await ctx.tx`
      select from member m join auth_user u on u.id = m.user_id where u.email = ${input.email}`;
    if (known) throw new AppError("conflict", { reason: "already_member" });
    const [count] = await ctx.tx<{ open: number }[]>`
      select count(*)::int as open from invitation where accepted_at is null and revoked_at is null and expires_at > now()`;
    if ((count?.open ?? 0) >= OPEN_MAX) throw new AppError("conflict", { reason: "too_many_invitations" });

    const token = createToken();
    await ctx.tx`
      update invitation set revoked_at = now()
      where email = ${input.email} and accepted_at is null and revoked_at is null`;
    const [row] = await ctx.tx<{ id: string; expiresAt: Date }[]>`
      insert into invitation (workspace_id, email, role, token_hash, invited_by, expires_at)
      values (${ctx.workspaceId}, ${input.email}, ${input.role}, ${hashToken(token)}, ${ctx.actor.id}, now() + interval '7 days')
      returning id, expires_at as "expiresAt"`;
    if (!row) throw new Error("the invitation was not stored");
    await recordAudit(ctx.tx, {
      workspaceId: ctx.workspaceId,
      actor: ctx.actor,
      action: "member-invited",
      target: input.email,
      facts: { role: input.role },
    });
    return { ...row, url: `${ctx.publicUrl}/invite?token=${token}` };
  });
