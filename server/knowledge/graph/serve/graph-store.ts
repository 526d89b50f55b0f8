import type { Sql } from "postgres";
import { type BaseStore, type BaseStoreDeps, createBaseStore } from "../../base-store.ts";
import { loadGraph } from "./load-graph.ts";
import type { LoadedGraph } from "./loaded-graph.ts";

/** Some 100 MB of facts and names. */
const FACTS_MAX = 200_000;

export type GraphStore = BaseStore<LoadedGraph>;

/** Accepted facts of bases that are asked. Documents count too: one that is deleted, or no longer valid, says nothing. */
export function createGraphStore(deps: BaseStoreDeps): GraphStore {
  return createBaseStore(deps, {
    load: loadGraph,
    readRev,
    sizeOf: ({ entities, facts }) => entities.size + facts.size,
    sizeMax: FACTS_MAX,
  });
}

async function readRev(sql: Sql, baseId: string): Promise<number | undefined> {
  const [row] = await sql<{ rev: number }[]>`
    select graph_rev + passages_rev as rev from knowledge_base where id = ${baseId} and deleted_at is null`;
  return row?.rev;
}
