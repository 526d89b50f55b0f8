import type { TransactionSql } from "postgres";
import type { Role } from "#drizzle/schema/member.ts";
import { AppError } from "#server/app-error.ts";
import { mayManageRole } from "#server/auth/policy.ts";

type ManagedMember = {
  readonly userId: string;
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
};

/** The member, locked, if this role may manage him; nobody manages himself here, so nobody locks himself out by a slip. */
export async function getManagedMember(
  tx: TransactionSql,
  userId: string,
  actor: { readonly id: string; readonly role: Role },
): Promise<ManagedMember> {
  const [row] = await tx<ManagedMember[]>`
    select m.user_id as "userId", u.email, m.role, m.disabled_at is not null as "isDisabled"
    from member m join auth_user u on u.id = m.user_id where m.user_id = ${userId} for update of m`;
  if (!row) throw new AppError("not_found");
  if (row.userId === actor.id) throw new AppError("conflict", { reason: "own_membership" });
  if (!mayManageRole(actor.role, row.role)) throw new AppError("forbidden");
  return row;
}
