import type { Fragment, TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";

export const GRAPH_STATES = ["suggested", "accepted", "rejected"] as const satisfies readonly GraphState[];

const PAGE = 50;
const DOCUMENTS_MAX = 200;

export type ShownFact = {
  readonly id: string;
  readonly state: GraphState;
  readonly subjectId: string;
  readonly subjectType: string;
  readonly subjectName: string;
  readonly predicate: string;
  readonly objectId: string | null;
  readonly objectType: string | null;
  readonly objectName: string | null;
  readonly value: string | null;
  readonly documentId: string | null;
  readonly documentName: string | null;
  readonly passageId: string | null;
  /** The passage that says so and where in it; null for what a person added, or when the passage is gone. */
  readonly passage: string | null;
  readonly titlePath: readonly string[] | null;
  readonly place: PassagePlace | null;
  readonly quote: string;
  readonly spanFrom: number;
  readonly spanTo: number;
  readonly isSourceChanged: boolean;
  readonly isManual: boolean;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
};

/** What `ShownFact` is selected from `factTables`. */
export const factColumns = (tx: TransactionSql): Fragment => tx`
  f.id, f.state, s.id as "subjectId", s.type as "subjectType", s.name as "subjectName", f.predicate,
  o.id as "objectId", o.type as "objectType", o.name as "objectName", f.value, f.document_id as "documentId",
  d.name as "documentName", f.passage_id as "passageId", p.text as passage, p.title_path as "titlePath", p.place, f.quote,
  f.span_from as "spanFrom", f.span_to as "spanTo", f.is_source_changed as "isSourceChanged", f.is_manual as "isManual",
  f.decider_name as "deciderName", f.decided_at as "decidedAt"`;

/** Facts with the things that they count for: `os` and `oo` are those that they name, which may be the same as others. */
export const factTables = (tx: TransactionSql): Fragment => tx`
  graph_fact f join graph_entity os on os.id = f.subject_id join graph_entity s on s.id = coalesce(os.same_as_id, os.id)
  left join graph_entity oo on oo.id = f.object_id left join graph_entity o on o.id = coalesce(oo.same_as_id, oo.id)
  left join document d on d.id = f.document_id left join passage p on p.id = f.passage_id`;

/** Facts of documents that are there; those of deleted ones come back with them. */
export const isShown = (tx: TransactionSql): Fragment => tx`(f.document_id is null or d.deleted_at is null)`;

type Filter = {
  readonly state: GraphState | null;
  /** "none": what people added. */
  readonly documentId: string | "none" | null;
  readonly isSourceChanged: boolean;
  readonly search: string;
  readonly page: number;
};

/** Facts in the order in which their documents say them. */
export async function listFacts(
  tx: TransactionSql,
  { workspaceId, baseId, state, documentId, isSourceChanged, search, page }: BaseKey & Filter,
): Promise<{ readonly facts: readonly ShownFact[]; readonly hasMore: boolean }> {
  await getBase(tx, { workspaceId, baseId });
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<ShownFact[]>`
    select ${factColumns(tx)} from ${factTables(tx)}
    where f.base_id = ${baseId} and ${isShown(tx)} and s.state <> 'rejected'
      ${state === null ? tx`` : tx`and f.state = ${state}`}
      ${documentId === null ? tx`` : documentId === "none" ? tx`and f.document_id is null` : tx`and f.document_id = ${documentId}`}
      ${isSourceChanged ? tx`and f.is_source_changed` : tx``}
      ${
        search === ""
          ? tx``
          : tx`and (s.name ilike ${pattern} or os.name ilike ${pattern} or f.predicate ilike ${pattern} or f.value ilike ${pattern}
              or o.name ilike ${pattern} or oo.name ilike ${pattern})`
      }
    order by f.document_id desc nulls last, f.position, f.id limit ${PAGE + 1} offset ${page * PAGE}`;
  return { facts: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

export type FactSource = {
  /** Null: what people added. */
  readonly documentId: string | null;
  readonly name: string | null;
  readonly suggested: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly changed: number;
  /** It is being looked through, or about to be. */
  readonly isOpen: boolean;
  /** It says more than is suggested of it. */
  readonly isCut: boolean;
};

/** Documents with how many of their facts wait for somebody; those with the most come first. */
export async function listFactSources(
  tx: TransactionSql,
  { workspaceId, baseId }: BaseKey,
): Promise<readonly FactSource[]> {
  await getBase(tx, { workspaceId, baseId });
  return tx<FactSource[]>`
    select x.*, coalesce(r.is_cut, false) as "isCut", coalesce(r.rev > r.read_rev and r.attempts < 3, false) as "isOpen"
    from (
      select d.id as "documentId", d.name, ${countsOf(tx)}
      from document d left join graph_fact f on f.document_id = d.id
      where d.base_id = ${baseId} and d.is_served and d.deleted_at is null group by d.id
      union all
      select null, null, ${countsOf(tx)} from graph_fact f where f.base_id = ${baseId} and f.document_id is null having count(*) > 0
    ) x left join graph_reading r on r.document_id = x."documentId"
    order by x.suggested + x.changed desc, x.name limit ${DOCUMENTS_MAX}`;
}

const countsOf = (tx: TransactionSql): Fragment => tx`
  count(*) filter (where f.state = 'suggested')::int as suggested,
  count(*) filter (where f.state = 'accepted')::int as accepted,
  count(*) filter (where f.state = 'rejected')::int as rejected,
  count(*) filter (where f.state = 'accepted' and f.is_source_changed)::int as changed`;
