import { accountProcedure } from "../procedures.ts";

type Row = {
  readonly id: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly isCurrent: boolean;
};

/** Where the own account is signed in, this place first. */
export const listSessions = accountProcedure("me.listSessions").query(({ ctx }) => {
  return ctx.sql<Row[]>`
    select id, ip_address as "ipAddress", user_agent as "userAgent", created_at as "createdAt", updated_at as "updatedAt",
      id = ${ctx.caller.sessionId} as "isCurrent"
    from auth_session where user_id = ${ctx.caller.userId} and expires_at > now()
    order by (id = ${ctx.caller.sessionId}) desc, updated_at desc limit 100`;
});
