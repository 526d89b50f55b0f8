import type { TransactionSql } from "postgres";
import type { LabelScope, LabelVerdict, Relevance } from "#drizzle/schema/quality.ts";
import type { ItemToLabel } from "./next-item.ts";

export type ShownLabel = {
  readonly kind: "label" | "adjudication";
  readonly userName: string;
  readonly isOwn: boolean;
  readonly scope: LabelScope;
  readonly verdict: LabelVerdict;
  readonly relevant: readonly Relevance[] | null;
  readonly note: string;
};

export type ListedItem = ItemToLabel & {
  readonly state: "disputed" | "settled";
  readonly settledBy: "one" | "agreement" | "adjudication" | null;
  readonly labels: readonly ShownLabel[];
};

type Listing = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly sampleId: string | null;
  readonly state: "disputed" | "settled";
  readonly page: number;
  readonly pageSize: number;
};

/** Items on which everybody has spoken, with what they said. Open ones are not listed: the second must not see the first's label. */
export async function listItems(
  tx: TransactionSql,
  { workspaceId, userId, sampleId, state, page, pageSize }: Listing,
): Promise<{ readonly items: readonly ListedItem[]; readonly total: number }> {
  const rows = await tx<(ListedItem & { total: number })[]>`
    select i.id, i.sample_id as "sampleId", i.conversation_id as "conversationId", b.name as "botName", i.before, i.question, i.answer,
      i.answered_by as "answeredBy", i.found, i.asked_at as "askedAt", i.state, i.settled_by as "settledBy", said.labels,
      count(*) over ()::int as total
    from label_item i left join bot b on b.id = i.bot_id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'userName', l.user_name, 'isOwn', l.user_id = ${userId},
        'scope', l.scope, 'verdict', l.verdict, 'relevant', l.relevant, 'note', l.note) order by l.kind desc, l.at, l.user_id), '[]') as labels
      from label l where l.item_id = i.id
    ) said
    where i.workspace_id = ${workspaceId} and i.state = ${state} ${sampleId === null ? tx`` : tx`and i.sample_id = ${sampleId}`}
    order by i.settled_at desc nulls last, i.sample_id, i.position
    limit ${pageSize} offset ${page * pageSize}`;
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 };
}
