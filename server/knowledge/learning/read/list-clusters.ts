import type { TransactionSql } from "postgres";
import type { LearningSignal } from "#drizzle/schema/learning.ts";
import type { EntryContent } from "../../faq/entry-content.ts";

const PAGE = 50;
/** Enough people asked it often enough to be worth an entry; smaller ones come after, so that a small shop sees its questions too. */
export const BIG_ASKS_MIN = 3;
export const BIG_PEOPLE_MIN = 2;

export type ClusterQuery = {
  readonly workspaceId: string;
  readonly days: number;
  readonly botId: string | null;
  readonly signal: LearningSignal | null;
  readonly page: number;
};

/** An entry that is near, as it is named now. */
export type Neighbour = {
  readonly entryId: string;
  readonly baseId: string;
  readonly baseName: string;
  readonly question: EntryContent["question"];
  readonly nearness: number;
};

export type ListedCluster = {
  readonly id: string;
  readonly title: string;
  readonly asks: number;
  readonly people: number;
  readonly isBig: boolean;
  readonly signals: Readonly<Partial<Record<LearningSignal, number>>>;
  readonly lastAt: Date;
  /** It had been decided, and was asked in volume all the same. */
  readonly isReopened: boolean;
  readonly near: readonly Neighbour[];
};

/** What waits for somebody, the most asked first. Counts are of the period and bot that were asked for. */
export async function listClusters(
  tx: TransactionSql,
  query: ClusterQuery,
): Promise<{
  readonly clusters: readonly ListedCluster[];
  readonly total: number;
  readonly pageSize: number;
}> {
  const rows = await tx<(ListedCluster & { total: number })[]>`
    with asked as (
      select coalesce(c.merged_into, c.id) as id, q.signals, q.contact_id, q.asked_at
      from learning_question q join learning_cluster c on c.id = q.cluster_id
      where q.workspace_id = ${query.workspaceId} and q.asked_at > now() - make_interval(days => ${query.days})
        ${query.botId === null ? tx`` : tx`and q.bot_id = ${query.botId}`}),
    grouped as (
      select id, count(*)::int as asks, count(distinct contact_id)::int as people, max(asked_at) as "lastAt",
        bool_or(${query.signal === null ? tx`true` : tx`${query.signal} = any(signals)`}) as is_wanted
      from asked group by id),
    counted as (
      select id, jsonb_object_agg(signal, n) as signals
      from (select id, signal, count(*)::int as n from asked, unnest(signals) as signal group by 1, 2) s group by id)
    select c.id, c.title, g.asks, g.people, g.asks >= ${BIG_ASKS_MIN} and g.people >= ${BIG_PEOPLE_MIN} as "isBig",
      counted.signals, g."lastAt", c.reopened_at is not null as "isReopened", ${nearOf(tx)} as near, count(*) over ()::int as total
    from grouped g join learning_cluster c on c.id = g.id join counted on counted.id = g.id
    where c.state = 'open' and c.merged_into is null and g.is_wanted
    order by "isBig" desc, g.asks desc, g."lastAt" desc, c.id
    limit ${PAGE} offset ${query.page * PAGE}`;
  const clusters = rows.map(({ total: _, ...cluster }) => cluster);
  return { clusters, total: rows[0]?.total ?? 0, pageSize: PAGE };
}

/** Of a row `c` of `learning_cluster`: the entries that it was near to and that there still are. */
export const nearOf = (tx: TransactionSql) => tx`(
  select coalesce(jsonb_agg(jsonb_build_object('entryId', e.id, 'baseId', b.id, 'baseName', b.name, 'question', e.question,
    'nearness', (n->>'nearness')::float8) order by place), '[]')
  from jsonb_array_elements(c.near) with ordinality as list(n, place)
  join faq_entry e on e.id = (n->>'entryId')::uuid and e.deleted_at is null and e.state <> 'retired'
  join knowledge_base b on b.id = e.base_id and b.deleted_at is null)`;
