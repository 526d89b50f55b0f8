import type { Role } from "#drizzle/schema/member.ts";
import { workspaceProcedure } from "../procedures.ts";

type Row = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
};

/** Links that nobody has used yet, newest first; the links themselves cannot be shown again. */
export const listInvitations = workspaceProcedure("invitation.list").query(({ ctx }) => {
  return ctx.tx<Row[]>`
    select i.id, i.email, i.role, u.name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
      i.expires_at <= now() as "isExpired"
    from invitation i left join auth_user u on u.id = i.invited_by
    where i.accepted_at is null and i.revoked_at is null
    order by i.id desc limit 200`;
});
