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
  const rows = await tx<(MapNode & { total: number })[]>`
    select e.id, e.type, e.name, count(*) over()::int as total,
      (select count(*)::int from graph_fact f left join document d on d.id = f.document_id
        where f.subject_id = e.id and f.object_id is null and f.state = 'accepted' and ${isShown(tx)}) as values
    from graph_entity e
    where e.base_id = ${baseId} and e.state = 'accepted'
      ${near === null ? tx`` : tx`and e.id = any(${[...near]}::uuid[])`}
      ${type === null ? tx`` : tx`and (e.type = ${type} ${around === null ? tx`` : tx`or e.id = ${around}`})`}
    order by ${near === null ? tx`` : tx`array_position(${[...near]}::uuid[], e.id),`}
      (select count(*) from graph_fact f where (f.subject_id = e.id or f.object_id = e.id) and f.object_id is not null
        and f.state = 'accepted') desc, e.name, e.id
    limit ${MAP_NODES_MAX}`;
  const ids = rows.map(({ id }) => id);
  const edges = await tx<MapEdge[]>`
    select f.id, f.subject_id as "from", f.object_id as "to", f.predicate
    from graph_fact f left join document d on d.id = f.document_id
    where f.base_id = ${baseId} and f.state = 'accepted' and ${isShown(tx)}
      and f.subject_id = any(${ids}::uuid[]) and f.object_id = any(${ids}::uuid[])
    order by f.id limit ${EDGES_MAX}`;
  return { nodes: rows.map(({ total: _, ...node }) => node), edges, total: rows[0]?.total ?? 0 };
}

/** The thing itself, what it has a relation with, and what those have one with; nearest first. */
async function findNear(
  tx: TransactionSql,
  { baseId, around }: { readonly baseId: string; readonly around: string },
): Promise<readonly string[]> {
  const near = [around];
  let edge = [around];
  for (let step = 0; step < NEIGHBOUR_STEPS && near.length < MAP_NODES_MAX; step += 1) {
    const rows = await tx<{ id: string }[]>`
      select distinct case when f.subject_id = any(${edge}::uuid[]) then f.object_id else f.subject_id end as id
      from graph_fact f
      where f.base_id = ${baseId} and f.state = 'accepted' and f.object_id is not null
        and (f.subject_id = any(${edge}::uuid[]) or f.object_id = any(${edge}::uuid[])) limit ${MAP_NODES_MAX}`;
    edge = rows.map(({ id }) => id).filter((id) => !near.includes(id));
    near.push(...edge);
  }
  return near.slice(0, MAP_NODES_MAX);
}
