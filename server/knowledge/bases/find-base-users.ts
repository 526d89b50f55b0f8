import type { TransactionSql } from "postgres";
import type { BaseKey } from "./get-base.ts";

export type BaseUser = {
  readonly botId: string;
  readonly name: string;
  readonly inDraft: boolean;
  /** Customers are answered from the base now. */
  readonly isLive: boolean;
};

const USERS_MAX = 100;

/** Which bots name the base, in their draft or in the version that customers talk to. */
export async function findBaseUsers(
  tx: TransactionSql,
  { workspaceId, baseId }: BaseKey,
): Promise<readonly BaseUser[]> {
  return tx<BaseUser[]>`
    select * from (
      select b.id as "botId", b.name, coalesce(${baseId} = any(d.base_ids), false) as "inDraft",
        coalesce(${baseId} = any(v.base_ids), false) as "isLive"
      from bot b
      left join flow_draft d on d.bot_id = b.id
      left join flow_version v on v.id = b.live_version_id
      where b.workspace_id = ${workspaceId} and b.deleted_at is null
    ) users
    where "inDraft" or "isLive" order by lower(name), "botId" limit ${USERS_MAX}`;
}
