import type { Sql, TransactionSql } from "postgres";
import type { KnownBase } from "../../../flows/checks/check-bases.ts";

/** What the checks hold a flow's bases against. */
export async function listKnownBases(
  sql: Sql | TransactionSql,
  workspaceId: string,
): Promise<readonly KnownBase[]> {
  return sql<KnownBase[]>`
    select b.id, b.name, r.number as release, (
      select count(*)::int from document d where d.base_id = b.id and d.is_served and d.deleted_at is null) as documents, (
      select count(*)::int from knowledge_case c where c.base_id = b.id and c.served is not null and c.deleted_at is null) as cases, (
      select count(*)::int from graph_fact f where f.base_id = b.id and f.state = 'accepted') as facts
    from knowledge_base b
    left join faq_release r on r.id = b.live_release_id
    where b.workspace_id = ${workspaceId} and b.deleted_at is null`;
}
