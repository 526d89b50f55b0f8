import type { TransactionSql } from "postgres";

/** Asked this often, by so many people, since it was decided: the decision is asked for again. */
export const REOPEN_ASKS_MIN = 3;
export const REOPEN_PEOPLE_MIN = 2;

type Groups = {
  readonly workspaceId: string;
  /** Of `Grouped`s, as JSON text. */
  readonly groups: string;
};

/** Writes what the thread found; clusters that people merged or decided meanwhile keep it. Returns how many are new. */
export async function storeGroups(tx: TransactionSql, { workspaceId, groups }: Groups): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with list as materialized (
      select coalesce(g.id, uuidv7()) as id, g.id is null as is_new, g.title, g.keys, g.near
      from jsonb_to_recordset(${groups}::text::jsonb) as g(id uuid, title text, keys text[], near jsonb)),
    made as (
      insert into learning_cluster (id, workspace_id, title, near)
      select id, ${workspaceId}, title, near from list where is_new returning id),
    kept as (
      update learning_cluster c set title = list.title, near = list.near
      from list where c.id = list.id and not list.is_new and c.workspace_id = ${workspaceId} and c.state = 'open'),
    moved as (
      update learning_question q set cluster_id = list.id
      from list cross join lateral unnest(list.keys) as k(key)
      where q.workspace_id = ${workspaceId} and q.cluster_id is null and q.key = k.key)
    select count(*)::int as count from made`;
  return row?.count ?? 0;
}

/**
 * Opens what was decided and is asked for in volume all the same. Of an accepted one only questions count that were asked after
 * its entry went out: until then customers cannot have the answer.
 */
export async function reopenAskedAnew(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx`
    update learning_cluster c set state = 'open', reopened_at = now(), decision_id = null
    where c.workspace_id = ${workspaceId} and c.state in ('accepted', 'ignored') and c.merged_into is null and exists (
      select from learning_question q join learning_cluster part on part.id = q.cluster_id
      where coalesce(part.merged_into, part.id) = c.id and q.asked_at > ${decidedSince(tx)}
      having count(*) >= ${REOPEN_ASKS_MIN} and count(distinct q.contact_id) >= ${REOPEN_PEOPLE_MIN})`;
}

const decidedSince = (tx: TransactionSql) => tx`
  case when c.state = 'ignored' or not exists (
      select from faq_entry e where e.id = c.entry_id and e.deleted_at is null and e.state <> 'retired')
    then c.decided_at
    else (
      select min(went.at) from faq_release_event went join faq_release r on r.id = went.release_id
      where went.base_id = c.base_id and went.at > c.decided_at
        and r.content->'entries' @> jsonb_build_array(jsonb_build_object('id', c.entry_id)))
  end`;
