import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../bases/get-base.ts";

const TAGS_MAX = 200;

/** Tags of the base's entries, the most used first, for filters and for those who tag more. */
export async function listTags(tx: TransactionSql, { workspaceId, baseId }: BaseKey) {
  await getBase(tx, { workspaceId, baseId });
  return tx<{ tag: string; entries: number }[]>`
    select tag, count(*)::int as entries from faq_entry, unnest(tags) as tag
    where base_id = ${baseId} and deleted_at is null group by tag order by entries desc, tag limit ${TAGS_MAX}`;
}
