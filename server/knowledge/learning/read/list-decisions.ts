import type { TransactionSql } from "postgres";
import type { EntryContent } from "../../faq/entry-content.ts";
import type { DecisionKind } from "../decide/record-decision.ts";

const PAGE = 30;

export type ListedDecision = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly title: string;
  readonly clusters: number;
  readonly authorName: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  /** Null when the entry, or its base, is gone. */
  readonly entry: {
    readonly entryId: string;
    readonly baseId: string;
    readonly question: EntryContent["question"];
  } | null;
};

/** Who decided what, newest first. */
export async function listDecisions(
  tx: TransactionSql,
  { workspaceId, before }: { readonly workspaceId: string; readonly before: string | null },
) {
  const rows = await tx<ListedDecision[]>`
    select d.id, d.kind, d.title, cardinality(d.cluster_ids) as clusters, d.author_name as "authorName", d.at, d.undone_at as "undoneAt",
      d.undone_by as "undoneBy", case when b.id is not null
        then jsonb_build_object('entryId', e.id, 'baseId', b.id, 'question', e.question) end as entry
    from learning_decision d
    left join faq_entry e on e.id = d.entry_id and e.deleted_at is null
    left join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where d.workspace_id = ${workspaceId} ${before === null ? tx`` : tx`and d.id < ${before}`}
    order by d.id desc limit ${PAGE + 1}`;
  const decisions = rows.slice(0, PAGE);
  return { decisions, next: rows.length > PAGE ? (decisions.at(-1)?.id ?? null) : null };
}
