import type { Role } from "#drizzle/schema/member.ts";
import { workspaceProcedure } from "../procedures.ts";

type Row = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasTwoFactor: boolean;
  readonly isDisabled: boolean;
  readonly isSelf: boolean;
  readonly joinedAt: Date;
};

const MEMBERS_MAX = 1_000;

export const listMembers = workspaceProcedure("member.list").query(({ ctx }) => {
  return ctx.tx<Row[]>`
    select m.user_id as "userId", u.name, u.email, m.role, u.two_factor_enabled as "hasTwoFactor",
      m.disabled_at is not null as "isDisabled", m.user_id = ${ctx.actor.id} as "isSelf", m.created_at as "joinedAt"
    from member m join auth_user u on u.id = m.user_id
    order by m.created_at, m.user_id limit ${MEMBERS_MAX}`;
});
