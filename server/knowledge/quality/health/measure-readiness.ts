import type { TransactionSql } from "postgres";

const BASES_MAX = 100;

/** What a base must have before many customers are answered from it; each is a plain count. */
export const READINESS_CHECKS = [
  "published",
  "answers",
  "owners",
  "reviews",
  "twins",
  "categories",
  "expired",
] as const;

export type ReadinessCheck = (typeof READINESS_CHECKS)[number];

export type BaseReadiness = {
  readonly baseId: string;
  readonly name: string;
  /** Entries that are worked on, not retired. */
  readonly entries: number;
  readonly published: number;
  /** What is in the way of each check, 0 where nothing is; of `published`, 1 while nothing is published. */
  readonly lacks: Readonly<Record<ReadinessCheck, number>>;
  /** Checks passed, of `READINESS_CHECKS`. */
  readonly score: number;
};

type Row = Omit<BaseReadiness, "lacks" | "score"> &
  Readonly<Record<Exclude<ReadinessCheck, "published">, number>>;

/** How ready each base is, by counting. */
export async function measureReadiness(
  tx: TransactionSql,
  { workspaceId, now }: { readonly workspaceId: string; readonly now: Date },
): Promise<readonly BaseReadiness[]> {
  const rows = await tx<Row[]>`
    select b.id as "baseId", b.name, n.*, empty.categories, twins.twins
    from knowledge_base b
    cross join lateral (
      select count(*)::int as entries, count(*) filter (where e.state = 'published')::int as published,
        count(*) filter (where e.answers = '[]'::jsonb)::int as answers,
        count(*) filter (where e.owner_id is null)::int as owners,
        count(*) filter (where e.review_every_days is null and e.valid_to is null)::int as reviews,
        count(*) filter (where e.valid_to <= ${now})::int as expired
      from faq_entry e where e.base_id = b.id and e.deleted_at is null and e.state <> 'retired'
    ) n
    cross join lateral (
      select count(*)::int as categories from faq_category k where k.base_id = b.id
        and not exists (select from faq_category child where child.parent_id = k.id)
        and not exists (select from faq_entry e where e.category_id = k.id and e.deleted_at is null)
    ) empty
    cross join lateral (
      select count(*)::int as twins from entry_check c join faq_entry e on e.id = c.entry_id
      where c.base_id = b.id and e.deleted_at is null and e.state <> 'retired'
        and (c.findings @> '[{"code":"contradicts"}]' or c.findings @> '[{"code":"duplicate"}]')
    ) twins
    where b.workspace_id = ${workspaceId} and b.deleted_at is null order by b.name, b.id limit ${BASES_MAX}`;
  return rows.map(({ baseId, name, entries, published, ...counts }): BaseReadiness => {
    const lacks = { published: published > 0 ? 0 : 1, ...counts };
    const score = READINESS_CHECKS.filter((check) => lacks[check] === 0).length;
    return { baseId, name, entries, published, lacks, score };
  });
}
