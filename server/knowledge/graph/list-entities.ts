import type { TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { AppError } from "../../app-error.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { type HeldFact, toOnce } from "./hold-facts.ts";
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
  /** Accepted ones, in which it is on either side; what several sources say counts once. */
  readonly facts: number;
  /** What was found to be the same, with its own names: customers may call it by those too. */
  readonly merged: readonly MergedEntity[];
};

export type MergedEntity = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mergedByName: string;
};

const columnsOf = (tx: TransactionSql) => tx`
  e.id, e.type, e.name, e.aliases, e.state, e.is_manual as "isManual", (
    select count(distinct (s.id, f.predicate, o.id, f.value))::int
    from (select e.id union all select m.id from graph_entity m where m.same_as_id = e.id) own
    join (${factTables(tx)}) on f.subject_id = own.id or f.object_id = own.id
    where f.state = 'accepted' and ${isShown(tx)}) as facts,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'type', m.type, 'name', m.name, 'aliases', to_jsonb(m.aliases),
      'mergedByName', m.merged_by_name) order by m.merged_at, m.id)
    from graph_entity m where m.same_as_id = e.id), '[]') as merged`;

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
    select ${columnsOf(tx)} from graph_entity e where e.base_id = ${baseId} and e.same_as_id is null
      ${search === "" ? tx`` : tx`and (${isNamed(tx, pattern)})`}
      ${type === null ? tx`` : tx`and e.type = ${type}`}
      ${state === null ? tx`` : tx`and e.state = ${state}`}
    order by e.type, e.name, e.id limit ${PAGE + 1} offset ${page * PAGE}`;
  return { entities: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** By any of its names. */
const isNamed = (tx: TransactionSql, pattern: string) => tx`
  e.name ilike ${pattern} or array_to_string(e.aliases, ' ') ilike ${pattern} or exists (
    select from graph_entity m where m.same_as_id = e.id
      and (m.name ilike ${pattern} or array_to_string(m.aliases, ' ') ilike ${pattern}))`;

/** A thing with what is said of it, in either direction; asked for one that was merged, what that is the same as. */
export async function getEntity(
  tx: TransactionSql,
  { workspaceId, entityId }: { readonly workspaceId: string; readonly entityId: string },
): Promise<{ readonly entity: ListedEntity; readonly facts: readonly HeldFact[] }> {
  const [entity] = await tx<ListedEntity[]>`
    select ${columnsOf(tx)} from graph_entity e join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.workspace_id = ${workspaceId}
      and e.id = (select coalesce(own.same_as_id, own.id) from graph_entity own where own.id = ${entityId})`;
  if (!entity) throw new AppError("not_found");
  const facts = await tx<ShownFact[]>`
    select ${factColumns(tx)} from ${factTables(tx)}
    where f.id in (
      select own_fact.id from graph_entity own join graph_fact own_fact
        on own_fact.subject_id = own.id or own_fact.object_id = own.id
      where own.id = ${entity.id} or own.same_as_id = ${entity.id})
      and f.state <> 'rejected' and ${isShown(tx)}
    order by f.state, f.object_id nulls first, f.predicate, f.id limit ${FACTS_MAX}`;
  return { entity, facts: toOnce(facts) };
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
