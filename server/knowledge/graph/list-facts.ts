import type { Fragment, TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { type HeldFact, toSaying } from "./hold-facts.ts";

export const GRAPH_STATES = ["suggested", "accepted", "rejected"] as const satisfies readonly GraphState[];

const PAGE = 50;
const DOCUMENTS_MAX = 200;
/** Of a page all can be decided at once (see `DECISIONS_MAX`); of what more say, the rest is on the list once these are decided. */
const DOUBLES_MAX = 30;

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

/** Facts in the order in which their documents say them; what several say stands once, with all that say so. */
export async function listFacts(
  tx: TransactionSql,
  { workspaceId, baseId, state, documentId, isSourceChanged, search, page }: BaseKey & Filter,
): Promise<{ readonly facts: readonly HeldFact[]; readonly hasMore: boolean }> {
  await getBase(tx, { workspaceId, baseId });
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<Said[]>`
    with found as (
      select f.id, f.document_id, f.position, s.id as subject, ${saidOf(tx)} as said from ${factTables(tx)}
      where f.base_id = ${baseId} and ${isShown(tx)} and s.state <> 'rejected'
        ${state === null ? tx`` : tx`and f.state = ${state}`}
        ${documentId === null ? tx`` : documentId === "none" ? tx`and f.document_id is null` : tx`and f.document_id = ${documentId}`}
        ${isSourceChanged ? tx`and f.is_source_changed` : tx``}
        ${
          search === ""
            ? tx``
            : tx`and (s.name ilike ${pattern} or os.name ilike ${pattern} or f.predicate ilike ${pattern} or f.value ilike ${pattern}
                or o.name ilike ${pattern} or oo.name ilike ${pattern})`
        }),
    firsts as (select distinct on (said) * from found order by said, document_id desc nulls last, position, id)
    select said::text, subject from firsts order by document_id desc nulls last, position, id limit ${PAGE + 1} offset ${page * PAGE}`;
  return {
    facts: await readSayings(tx, { baseId, documentId, saids: rows.slice(0, PAGE) }),
    hasMore: rows.length > PAGE,
  };
}

type Said = { readonly said: string; readonly subject: string };
type Page = Pick<Filter, "documentId"> & { readonly baseId: string; readonly saids: readonly Said[] };

/** Who says each of these, also beyond the document that was asked for, whose words come first. */
async function readSayings(
  tx: TransactionSql,
  { baseId, documentId, saids }: Page,
): Promise<readonly HeldFact[]> {
  const sayings = await tx<(ShownFact & { said: string })[]>`
    select ${factColumns(tx)}, ${saidOf(tx)}::text as said from ${factTables(tx)}
    where f.base_id = ${baseId} and ${isShown(tx)} 
      and s.id = any(${saids.map(({ subject }) => subject)}::uuid[])
      and ${saidOf(tx)} = any(${saids.map(({ said }) => said)}::bigint[])
    order by ${isSaidElsewhere(tx, documentId)}, f.document_id desc nulls last, f.position, f.id`;
  return saids.flatMap(({ said }) => hold(sayings.filter((saying) => saying.said === said)));
}

/** False comes first; whoever asks for one document would be shown, and decide, the words of another. */
function isSaidElsewhere(tx: TransactionSql, documentId: Filter["documentId"]): Fragment {
  if (documentId === null) return tx`f.document_id is null`;
  return documentId === "none"
    ? tx`f.document_id is not null`
    : tx`f.document_id is distinct from ${documentId}`;
}

function hold(sayings: readonly (ShownFact & { said: string })[]): readonly HeldFact[] {
  const [first, ...others] = sayings.map(({ said: _, ...fact }) => fact);
  return first === undefined ? [] : [{ ...first, doubles: others.slice(0, DOUBLES_MAX).map(toSaying) }];
}

/** The same number for facts that say the same, however the words of the predicate are written, and stand alike. */
const saidOf = (tx: TransactionSql): Fragment => tx`hashtextextended(jsonb_build_array(f.state, s.id,
  lower(normalize(btrim(f.predicate), NFKC)), o.id, normalize(btrim(f.value), NFKC), f.is_source_changed)::text, 0)`;

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
  /** Rows of its tables of questions and answers, of which no facts are made. */
  readonly qaRows: number;
};

/** Documents with how many of their facts wait for somebody; those with the most come first. */
export async function listFactSources(
  tx: TransactionSql,
  { workspaceId, baseId }: BaseKey,
): Promise<readonly FactSource[]> {
  await getBase(tx, { workspaceId, baseId });
  return tx<FactSource[]>`
    select x.*, coalesce(r.is_cut, false) as "isCut", coalesce(r.qa_rows, 0) as "qaRows", coalesce(r.rev > r.read_rev and r.attempts < 3, false) as "isOpen"
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
