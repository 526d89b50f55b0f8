import type { TransactionSql } from "postgres";
import type { DataClass, FaqState } from "#drizzle/schema/faq.ts";
import type { Locale } from "#flows/kernel/text.ts";
import type { BaseKey } from "../bases/get-base.ts";
import type { EntryContent } from "./entry-content.ts";
import { isExpiredOf, isStaleOf } from "./entry-row.ts";

/** How many ways of asking make an entry well found (UNDERSTANDING: top-1 grows from 59 % with one to 86 % with five). */
export const PHRASINGS_ADVISED = 5;

const PREVIEW_CHARS = 160;
/** Early enough to write, approve and release what comes after. */
const EXPIRING_DAYS = 14;

export const ENTRY_FLAGS = ["stale", "expiring", "expired", "few-phrasings", "no-answer"] as const;
export const ENTRY_SORTS = ["updated", "created", "question", "state"] as const;

export type EntryQuery = BaseKey & {
  readonly search?: string | undefined;
  readonly states?: readonly FaqState[] | undefined;
  /** With all its branches; "none" is what is in no category. */
  readonly categoryId?: string | "none" | undefined;
  readonly tag?: string | undefined;
  readonly ownerId?: string | undefined;
  /** Those that can be asked in this language. */
  readonly locale?: Locale | undefined;
  readonly dataClass?: DataClass | undefined;
  readonly flag?: (typeof ENTRY_FLAGS)[number] | undefined;
  readonly isDeleted: boolean;
  readonly sort: (typeof ENTRY_SORTS)[number];
  readonly page: number;
  readonly pageSize: number;
};

export type ListedEntry = {
  readonly id: string;
  readonly question: EntryContent["question"];
  readonly similar: number;
  readonly answer: string;
  readonly answers: number;
  readonly state: FaqState;
  readonly isStale: boolean;
  readonly isExpired: boolean;
  readonly categoryId: string | null;
  readonly tags: readonly string[];
  readonly dataClass: DataClass;
  readonly ownerName: string | null;
  readonly authorName: string;
  readonly validTo: Date | null;
  readonly rev: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

/** One page of a base's entries, and how many there are in all. */
export async function listEntries(
  tx: TransactionSql,
  query: EntryQuery,
): Promise<{ readonly entries: readonly ListedEntry[]; readonly total: number }> {
  const rows = await tx<(ListedEntry & { total: number })[]>`
    select e.id, e.question, cardinality(e.similar) as similar, coalesce(left(e.answers->0->>'text', ${PREVIEW_CHARS}), '') as answer,
      jsonb_array_length(e.answers) as answers, e.state, ${isStaleOf(tx)} as "isStale", ${isExpiredOf(tx)} as "isExpired",
      e.category_id as "categoryId", e.tags, e.data_class as "dataClass", u.name as "ownerName", e.author_name as "authorName",
      e.valid_to as "validTo", e.rev, e.updated_at as "updatedAt", e.deleted_at as "deletedAt", count(*) over()::int as total
    from faq_entry e left join auth_user u on u.id = e.owner_id
    where ${toFilter(tx, query)}
    order by ${toOrder(tx, query.sort)}, e.id desc
    limit ${query.pageSize} offset ${query.page * query.pageSize}`;
  const entries = rows.map(({ total: _, ...entry }) => entry);
  return { entries, total: rows[0]?.total ?? (query.page === 0 ? 0 : await countEntries(tx, query)) };
}

async function countEntries(tx: TransactionSql, query: EntryQuery): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int from faq_entry e where ${toFilter(tx, query)}`;
  return row?.count ?? 0;
}

function toFilter(tx: TransactionSql, query: EntryQuery) {
  const { search, states, categoryId, tag, ownerId, locale, dataClass } = query;
  return tx`e.base_id = ${query.baseId} and e.workspace_id = ${query.workspaceId}
    and ${query.isDeleted ? tx`e.deleted_at is not null` : tx`e.deleted_at is null`}
    ${
      search
        ? tx`and (e.question::text ilike ${toJsonPattern(search)} or array_to_string(e.similar, ' ') ilike ${toPattern(search)}
      or e.answers::text ilike ${toJsonPattern(search)})`
        : tx``
    }
    ${states && states.length > 0 ? tx`and e.state = any(${[...states]})` : tx``}
    ${categoryId === "none" ? tx`and e.category_id is null` : categoryId ? tx`and e.category_id in (${toBranch(tx, categoryId)})` : tx``}
    ${tag ? tx`and ${tag} = any(e.tags)` : tx``}
    ${ownerId ? tx`and e.owner_id = ${ownerId}` : tx``}
    ${locale ? tx`and e.question ? ${locale}` : tx``}
    ${dataClass ? tx`and e.data_class = ${dataClass}` : tx``}
    ${toFlag(tx, query.flag)}`;
}

function toFlag(tx: TransactionSql, flag: EntryQuery["flag"]) {
  switch (flag) {
    case undefined:
      return tx``;
    case "stale":
      return tx`and ${isStaleOf(tx)}`;
    case "expiring":
      return tx`and e.valid_to between now() and now() + make_interval(days => ${EXPIRING_DAYS})`;
    case "expired":
      return tx`and ${isExpiredOf(tx)}`;
    case "few-phrasings":
      return tx`and cardinality(e.similar) + 1 < ${PHRASINGS_ADVISED}`;
    case "no-answer":
      return tx`and e.answers = '[]'::jsonb`;
  }
}

function toOrder(tx: TransactionSql, sort: EntryQuery["sort"]) {
  switch (sort) {
    case "updated":
      return tx`e.updated_at desc`;
    case "created":
      return tx`e.created_at desc`;
    case "question":
      return tx`coalesce(e.question->>'zh-CN', e.question->>'en')`;
    case "state":
      return tx`array_position(array['in_review', 'draft', 'approved', 'published', 'retired'], e.state), e.updated_at desc`;
  }
}

const toBranch = (tx: TransactionSql, categoryId: string) => tx`
  with recursive branch as (
    select id from faq_category where id = ${categoryId}
    union select c.id from faq_category c join branch on c.parent_id = branch.id)
  select id from branch`;

/** Looked for as it stands: `%`, `_` and `\` are no wildcards. */
const toPattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The same in JSON, where a quote or a line break is stored escaped. */
const toJsonPattern = (text: string) => toPattern(JSON.stringify(text).slice(1, -1));
