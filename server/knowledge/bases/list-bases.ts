import type { TransactionSql } from "postgres";

const BASES_MAX = 200;

export type ListedBase = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly updatedAt: Date;
  readonly entries: number;
  readonly drafts: number;
  readonly inReview: number;
  /** Approved since the last release: what the next one would bring. */
  readonly approved: number;
  /** In a release, but due to be looked at again. */
  readonly stale: number;
  readonly expired: number;
  /** Those that customers are answered from. */
  readonly documents: number;
  /** Those that could not be read, and of which nothing read before is served either. */
  readonly failedDocuments: number;
  /** Approved ones, which customers are answered from. */
  readonly cases: number;
  /** Accepted facts of its graph. */
  readonly facts: number;
  /** Bots whose draft or live version names the base. */
  readonly usedBy: readonly { readonly botId: string; readonly name: string }[];
  readonly release: { readonly number: number; readonly at: Date; readonly entries: number } | null;
};

/** All bases of the workspace by name, with what their keepers look for first. */
export async function listBases(tx: TransactionSql, workspaceId: string): Promise<readonly ListedBase[]> {
  return tx<ListedBase[]>`
    select b.id, b.name, b.description, b.updated_at as "updatedAt",
      coalesce(e.entries, 0) as entries, coalesce(e.drafts, 0) as drafts, coalesce(e.in_review, 0) as "inReview",
      coalesce(e.approved, 0) as approved, coalesce(e.stale, 0) as stale, coalesce(e.expired, 0) as expired,
      coalesce(d.documents, 0) as documents, coalesce(d.failed, 0) as "failedDocuments",
      (select count(*)::int from knowledge_case c where c.base_id = b.id and c.served is not null and c.deleted_at is null) as cases,
      (select count(*)::int from graph_fact f where f.base_id = b.id and f.state = 'accepted') as facts,
      coalesce(u.bots, '[]') as "usedBy",
      case when r.id is not null
        then jsonb_build_object('number', r.number, 'at', r.created_at, 'entries', r.entries_count) end as release
    from knowledge_base b
    left join faq_release r on r.id = b.live_release_id
    left join (
      select base_id, count(*)::int as entries,
        count(*) filter (where state = 'draft')::int as drafts,
        count(*) filter (where state = 'in_review')::int as in_review,
        count(*) filter (where state = 'approved')::int as approved,
        count(*) filter (where state = 'published'
          and coalesce(reviewed_at, created_at) + make_interval(days => review_every_days) < now())::int as stale,
        count(*) filter (where state <> 'retired' and valid_to < now())::int as expired
      from faq_entry where workspace_id = ${workspaceId} and deleted_at is null group by base_id
    ) e on e.base_id = b.id
    left join (
      select base_id, count(*) filter (where is_served)::int as documents,
        count(*) filter (where state = 'failed' and not is_served)::int as failed
      from document where workspace_id = ${workspaceId} and deleted_at is null group by base_id
    ) d on d.base_id = b.id
    left join (${usersOf(tx, workspaceId)}) u on u.base_id = b.id
    where b.workspace_id = ${workspaceId} and b.deleted_at is null
    order by lower(b.name), b.id limit ${BASES_MAX}`;
}

/** Bundles are not read: they may be large, and which bases they name is kept beside them (see `flowDraft`). */
const usersOf = (tx: TransactionSql, workspaceId: string) => tx`
  select base_id, jsonb_agg(jsonb_build_object('botId', id, 'name', name) order by lower(name), id) as bots
  from (
    select distinct bot.id, bot.name, named.base_id
    from bot
    left join flow_draft d on d.bot_id = bot.id
    left join flow_version v on v.id = bot.live_version_id
    cross join lateral unnest(d.base_ids || v.base_ids) named(base_id)
    where bot.workspace_id = ${workspaceId} and bot.deleted_at is null
  ) naming
  group by base_id`;
