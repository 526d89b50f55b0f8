import type { TransactionSql } from "postgres";

/** Newest first; what is left over is grouped by the next run. */
export const FRESH_MAX = 5_000;
/** Clusters that new questions can join, those asked last. */
const CLUSTERS_MAX = 2_000;
const TEXTS_OF_CLUSTER_MAX = 8;
const CLUSTER_DAYS = 365;
const ENTRIES_MAX = 5_000;
const PHRASINGS_OF_ENTRY_MAX = 20;

/** A question that was grouped before in the very same words belongs where it was put. */
export async function adoptKnown(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx`
    update learning_question q set cluster_id = known.cluster_id
    from (
      select distinct on (key) key, cluster_id from learning_question
      where workspace_id = ${workspaceId} and cluster_id is not null
        and key in (select key from learning_question where workspace_id = ${workspaceId} and cluster_id is null)
      order by key, id desc) known
    where q.workspace_id = ${workspaceId} and q.cluster_id is null and q.key = known.key`;
}

/** What there is to group, as the JSON text of a `GroupingOrder`. */
export async function readGrouping(tx: TransactionSql, workspaceId: string): Promise<string> {
  const [row] = await tx<{ order: string }[]>`
    select json_build_object(
      'synonyms', (select coalesce(json_agg(s.words order by s.id), '[]') from faq_synonym s
        where s.workspace_id = ${workspaceId}),
      'clusters', (${clustersOf(tx, workspaceId)}),
      'fresh', (${freshOf(tx, workspaceId)}),
      'entries', (${entriesOf(tx, workspaceId)}))::text as "order"`;
  if (!row) throw new Error("the database answered nothing");
  return row.order;
}

/** With everything that was merged into them. */
const clustersOf = (tx: TransactionSql, workspaceId: string) => tx`
  with asked as (
    select coalesce(c.merged_into, c.id) as id, q.key, min(q.text) as text, count(*)::int as asks, max(q.asked_at) as last
    from learning_question q join learning_cluster c on c.id = q.cluster_id
    where q.workspace_id = ${workspaceId} and q.asked_at > now() - make_interval(days => ${CLUSTER_DAYS})
    group by 1, 2),
  ranked as (select *, row_number() over (partition by id order by asks desc, key) as place, max(last) over (partition by id) as newest
    from asked),
  newest as (select id from ranked group by id order by max(newest) desc, id limit ${CLUSTERS_MAX})
  select coalesce(json_agg(json_build_object('id', c.id, 'isOpen', c.state = 'open', 'texts', texts.list) order by c.id), '[]')
  from newest join learning_cluster c on c.id = newest.id
  cross join lateral (
    select json_agg(json_build_object('text', r.text, 'key', r.key, 'asks', r.asks) order by r.place) as list
    from ranked r where r.id = c.id and r.place <= ${TEXTS_OF_CLUSTER_MAX}) texts`;

const freshOf = (tx: TransactionSql, workspaceId: string) => tx`
  select coalesce(json_agg(json_build_object('text', text, 'key', key, 'asks', asks) order by asks desc, key), '[]')
  from (
    select key, min(text) as text, count(*)::int as asks from learning_question
    where workspace_id = ${workspaceId} and cluster_id is null
    group by key order by max(asked_at) desc, key limit ${FRESH_MAX}) fresh`;

const entriesOf = (tx: TransactionSql, workspaceId: string) => tx`
  select coalesce(json_agg(json_build_object('id', id, 'baseId', base_id, 'phrasings', phrasings) order by id), '[]')
  from (
    select e.id, e.base_id, array(
      select text from (
        select value as text, 0 as rank, 0 as place from jsonb_each_text(e.question)
        union all select s, 1, n from unnest(e."similar") with ordinality as list(s, n)) texts
      order by rank, place limit ${PHRASINGS_OF_ENTRY_MAX}) as phrasings
    from faq_entry e join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.workspace_id = ${workspaceId} and e.deleted_at is null and e.state <> 'retired'
    order by e.updated_at desc, e.id limit ${ENTRIES_MAX}) entries`;
