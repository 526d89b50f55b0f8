import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { isShown } from "./list-facts.ts";

/** More than this nobody can read on one screen. */
export const MAP_NODES_MAX = 300;
const EDGES_MAX = 900;
const NEIGHBOUR_STEPS = 2;

export type MapNode = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Values that are known of it. */
  readonly values: number;
};
export type MapEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly predicate: string;
};
export type GraphMap = {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** How many there are in all. */
  readonly total: number;
};

type Wanted = {
  readonly type: string | null;
  /** The neighbours of this thing alone. */
  readonly around: string | null;
};

/** Accepted things and how they hang together: those with most relations first, or those near one of them. */
export async function getMap(
  tx: TransactionSql,
  { workspaceId, baseId, type, around }: BaseKey & Wanted,
): Promise<GraphMap> {
  await getBase(tx, { workspaceId, baseId });
  const near = around === null ? null : await findNear(tx, { baseId, around });
  const [centre = null] = near ?? [];
  const rows = await tx<(MapNode & { total: number })[]>`
    with ${countedOf(tx, baseId)}
    select e.id, e.type, e.name, count(*) over()::int as total, coalesce(c.values, 0)::int as values
    from graph_entity e left join counted c on c.root = e.id
    where e.base_id = ${baseId} and e.state = 'accepted' and e.same_as_id is null
      ${near === null ? tx`` : tx`and e.id = any(${[...near]}::uuid[])`}
      ${type === null ? tx`` : tx`and (e.type = ${type} ${centre === null ? tx`` : tx`or e.id = ${centre}`})`}
    order by ${near === null ? tx`` : tx`array_position(${[...near]}::uuid[], e.id),`}
      coalesce(c.relations, 0) desc, e.name, e.id
    limit ${MAP_NODES_MAX}`;
  const edges = await listEdges(tx, { baseId, ids: rows.map(({ id }) => id) });
  return { nodes: rows.map(({ total: _, ...node }) => node), edges, total: rows[0]?.total ?? 0 };
}

/**
 * `counted`: values and relations of each thing, also those of what is the same. Every fact of the base is looked at once: asked for
 * each of thousands of things, it takes longer than a statement may.
 */
const countedOf = (tx: TransactionSql, baseId: string) => tx`
  member as (select id, coalesce(same_as_id, id) as root from graph_entity where base_id = ${baseId}),
  told as (
    select f.subject_id, f.object_id, f.predicate, f.value from graph_fact f left join document d on d.id = f.document_id
    where f.base_id = ${baseId} and f.state = 'accepted' and ${isShown(tx)}),
  side as (
    select m.root, t.object_id is not null as is_relation, t.predicate, t.value from told t join member m on m.id = t.subject_id
    union all select m.root, true, t.predicate, t.value from told t join member m on m.id = t.object_id),
  counted as (
    select root, count(distinct (predicate, value)) filter (where not is_relation) as values,
      count(*) filter (where is_relation) as relations
    from side group by root)`;

type Drawn = { readonly baseId: string; readonly ids: readonly string[] };

/** One line for what several facts say of the same two things; none from a thing to itself. */
async function listEdges(tx: TransactionSql, { baseId, ids }: Drawn): Promise<readonly MapEdge[]> {
  return tx<MapEdge[]>`
    with member as (
      select id, coalesce(same_as_id, id) as root from graph_entity
      where id = any(${[...ids]}::uuid[]) or same_as_id = any(${[...ids]}::uuid[]))
    select min(f.id::text) as id, s.root as "from", o.root as "to", f.predicate
    from graph_fact f join member s on s.id = f.subject_id join member o on o.id = f.object_id
    left join document d on d.id = f.document_id
    where f.base_id = ${baseId} and f.state = 'accepted' and ${isShown(tx)} and s.root <> o.root
    group by s.root, o.root, f.predicate order by 1 limit ${EDGES_MAX}`;
}

/** The thing itself, what it has a relation with, and what those have one with; nearest first. */
async function findNear(
  tx: TransactionSql,
  { baseId, around }: { readonly baseId: string; readonly around: string },
): Promise<readonly string[]> {
  const [centre] = await tx<{ id: string }[]>`
    select coalesce(same_as_id, id) as id from graph_entity where id = ${around} and base_id = ${baseId}`;
  const near = [centre?.id ?? around];
  let edge = [...near];
  for (let step = 0; step < NEIGHBOUR_STEPS && near.length < MAP_NODES_MAX; step += 1) {
    const rows = await tx<{ id: string }[]>`
      with member as (
        select id from graph_entity where id = any(${edge}::uuid[]) or same_as_id = any(${edge}::uuid[])),
      next as (
        select f.object_id as id from graph_fact f join member m on m.id = f.subject_id
        where f.state = 'accepted' and f.object_id is not null
        union select f.subject_id from graph_fact f join member m on m.id = f.object_id where f.state = 'accepted')
      select distinct coalesce(e.same_as_id, e.id) as id from next join graph_entity e on e.id = next.id
      where e.base_id = ${baseId} limit ${MAP_NODES_MAX}`;
    edge = rows.map(({ id }) => id).filter((id) => !near.includes(id));
    near.push(...edge);
  }
  return near.slice(0, MAP_NODES_MAX);
}
