import type { Role } from "#drizzle/schema/member.ts";
import { listPermissions } from "#server/auth/policy.ts";
import { accountProcedure } from "../procedures.ts";

type WorkspaceRow = { readonly id: string; readonly name: string; readonly role: Role };

/** The own account, its workspaces, and what its role may call in the present one. */
export const getMe = accountProcedure("me.get").query(async ({ ctx }) => {
  const { caller } = ctx;
  const workspaces = await ctx.sql<WorkspaceRow[]>`
    select w.id, w.name, m.role from member m join workspace w on w.id = m.workspace_id
    where m.user_id = ${caller.userId} and m.disabled_at is null order by m.created_at`;
  const current = workspaces.find((workspace) => workspace.id === caller.member?.workspaceId) ?? null;
  return {
    id: caller.userId,
    name: caller.name,
    email: caller.email,
    hasTwoFactor: caller.hasTwoFactor,
    locale: caller.locale,
    theme: caller.theme,
    workspace: current && { id: current.id, name: current.name },
    role: current?.role ?? null,
    permissions: current ? listPermissions(current.role) : [],
    workspaces: workspaces.map(({ id, name, role }) => ({ id, name, role })),
  };
});
