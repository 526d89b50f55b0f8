import type { TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { AppError } from "../../app-error.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { factColumns, factTables, isShown, type ShownFact } from "./list-facts.ts";

const PAGE = 50;
const FACTS_MAX = 200;
const NAMES_MAX = 200;

export type ListedEntity = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly state: GraphState;
  readonly isManual: boolean;
  /** Accepted ones, in which it is on either side. */
  readonly facts: number;
};

const columnsOf = (tx: TransactionSql) => tx`
  e.id, e.type, e.name, e.aliases, e.state, e.is_manual as "isManual", (
    select count(*)::int from graph_fact f left join document d on d.id = f.document_id
    where (f.subject_id = e.id or f.object_id = e.id) and f.state = 'accepted' and ${isShown(tx)}) as facts`;

type Filter = {
  readonly search: string;
  readonly type: string | null;
  readonly state: GraphState | null;
  readonly page: number;
};

export async function listEntities(
  tx: TransactionSql,
  { workspaceId, baseId, search, type, state, page }: BaseKey & Filter,
): Promise<{ readonly entities: readonly ListedEntity[]; readonly hasMore: boolean }> {
  await getBase(tx, { workspaceId, baseId });
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx<ListedEntity[]>`
    select ${columnsOf(tx)} from graph_entity e where e.base_id = ${baseId}
      ${search === "" ? tx`` : tx`and (e.name ilike ${pattern} or array_to_string(e.aliases, ' ') ilike ${pattern})`}
      ${type === null ? tx`` : tx`and e.type = ${type}`}
      ${state === null ? tx`` : tx`and e.state = ${state}`}
    order by e.type, e.name, e.id limit ${PAGE + 1} offset ${page * PAGE}`;
  return { entities: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** A thing with what is said of it, in either direction. */
export async function getEntity(
  tx: TransactionSql,
  { workspaceId, entityId }: { readonly workspaceId: string; readonly entityId: string },
): Promise<{ readonly entity: ListedEntity; readonly facts: readonly ShownFact[] }> {
  const [entity] = await tx<ListedEntity[]>`
    select ${columnsOf(tx)} from graph_entity e join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.id = ${entityId} and e.workspace_id = ${workspaceId}`;
  if (!entity) throw new AppError("not_found");
  const facts = await tx<ShownFact[]>`
    select ${factColumns(tx)} from ${factTables(tx)}
    where (f.subject_id = ${entityId} or f.object_id = ${entityId}) and f.state <> 'rejected' and ${isShown(tx)}
    order by f.state, f.object_id nulls first, f.predicate, f.id limit ${FACTS_MAX}`;
  return { entity, facts };
}

/** Types and predicates in use, most frequent first, for those who name them elsewhere. */
export async function listGraphNames(
  tx: TransactionSql,
  { workspaceId, baseIds }: { readonly workspaceId: string; readonly baseIds: readonly string[] },
): Promise<{ readonly types: readonly string[]; readonly predicates: readonly string[] }> {
  for (const baseId of baseIds) await getBase(tx, { workspaceId, baseId });
  const types = await tx<{ name: string }[]>`
    select type as name from graph_entity where base_id = any(${[...baseIds]}::uuid[]) and state = 'accepted'
    group by type order by count(*) desc, type limit ${NAMES_MAX}`;
  const predicates = await tx<{ name: string }[]>`
    select predicate as name from graph_fact where base_id = any(${[...baseIds]}::uuid[]) and state = 'accepted'
    group by predicate order by count(*) desc, predicate limit ${NAMES_MAX}`;
  return { types: types.map(({ name }) => name), predicates: predicates.map(({ name }) => name) };
}
