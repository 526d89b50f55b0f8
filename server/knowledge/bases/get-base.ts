import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";

export type BaseKey = { readonly workspaceId: string; readonly baseId: string };

export type Base = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly liveReleaseId: string | null;
  readonly fourEyes: boolean;
};

/** The workspace's base; `not_found` for unknown, deleted and foreign alike. */
export async function getBase(tx: TransactionSql, { workspaceId, baseId }: BaseKey): Promise<Base> {
  const [row] = await tx<Base[]>`
    select b.id, b.name, b.description, b.live_release_id as "liveReleaseId", coalesce(s.four_eyes, false) as "fourEyes"
    from knowledge_base b left join faq_setting s on s.base_id = b.id
    where b.id = ${baseId} and b.workspace_id = ${workspaceId} and b.deleted_at is null`;
  if (!row) throw new AppError("not_found");
  return row;
}

/** The same, locked against other changes of the base itself until the transaction ends. */
export async function lockBase(tx: TransactionSql, key: BaseKey): Promise<Base> {
  await tx`select from knowledge_base
    where id = ${key.baseId} and workspace_id = ${key.workspaceId} for no key update`;
  return getBase(tx, key);
}
