import type { TransactionSql } from "postgres";
import { ROLES } from "#drizzle/schema/member.ts";
import { mayCall } from "../../../auth/policy.ts";

/** How many people of the workspace may label at all. */
export async function countLabellers(tx: TransactionSql, workspaceId: string): Promise<number> {
  const roles = ROLES.filter((role) => mayCall(role, "knowledge.label.save"));
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int from member
    where workspace_id = ${workspaceId} and disabled_at is null and role = any(${roles})`;
  return row?.count ?? 0;
}
