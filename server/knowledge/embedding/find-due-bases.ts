import type { Fragment, Sql } from "postgres";

const FOUND_MAX = 20;
/** Of a workspace that has no provider any more; more go with the next sweep. */
const VECTORS_DROPPED_AT_ONCE = 2_000;

/**
 * What makes a base `b` with its provider `p` and its progress `e` due: never looked at, changed since, or given back. One that failed
 * for a reason that does not pass, or that somebody stopped, waits for a person.
 */
export const isDue = (sql: Sql): Fragment => sql`
  b.deleted_at is null and (e.base_id is null or (
    e.state not in ('failed', 'cancelled') and (e.lease_until is null or e.lease_until < now()) and (e.next_at is null or e.next_at <= now())
    and (e.state in ('queued', 'running') or e.model_key is distinct from p.model_key
      or e.passages_rev is distinct from b.passages_rev or e.release_id is distinct from b.live_release_id)))`;

/**
 * Bases whose vectors are not level with their texts. Takes away what is left of providers that are gone; by way of the bases, as
 * looking at every vector would read the whole table at each sweep.
 */
export async function findDueBases(sql: Sql): Promise<readonly string[]> {
  await sql`delete from base_embedding e where not exists (select from embedding_provider p where p.workspace_id = e.workspace_id)`;
  await sql`
    delete from base_vector where ctid = any(array(
      select v.ctid from knowledge_base b
      cross join lateral (select ctid from base_vector v where v.base_id = b.id limit ${VECTORS_DROPPED_AT_ONCE}) v
      where not exists (select from embedding_provider p where p.workspace_id = b.workspace_id) limit ${VECTORS_DROPPED_AT_ONCE}))`;
  const rows = await sql<{ id: string }[]>`
    select b.id from embedding_provider p join knowledge_base b on b.workspace_id = p.workspace_id
    left join base_embedding e on e.base_id = b.id where ${isDue(sql)} order by e.next_at nulls first, b.id limit ${FOUND_MAX}`;
  return rows.map(({ id }) => id);
}
