import { setImmediate } from "node:timers/promises";
import type { Sql } from "postgres";
import {
  type FactDocument,
  indexNames,
  type LoadedEntity,
  type LoadedFact,
  type LoadedGraph,
} from "./loaded-graph.ts";

/** Rows of one statement: what is parsed at once holds up nobody. */
const ROWS_A_STATEMENT = 500;

/** Reads the accepted facts of a base, without holding the event loop up; null for a base that is gone. */
export async function loadGraph(sql: Sql, baseId: string): Promise<LoadedGraph | null> {
  const [base] = await sql<{ workspaceId: string; rev: number }[]>`
    select workspace_id as "workspaceId", graph_rev + passages_rev as rev from knowledge_base
    where id = ${baseId} and deleted_at is null`;
  if (!base) return null;
  const documents = new Map(
    (
      await sql<FactDocument[]>`
        select id, name, data_class as "dataClass", valid_from::text as "validFrom", valid_until::text as "validUntil"
        from document where base_id = ${baseId} and is_served and deleted_at is null`
    ).map((document) => [document.id, document]),
  );
  const entities = await readEntities(sql, baseId);
  const facts = await readFacts(sql, { baseId, documents, entities });
  return { baseId, ...base, entities, facts, names: indexNames(entities.values()) };
}

async function readEntities(sql: Sql, baseId: string): Promise<ReadonlyMap<string, LoadedEntity>> {
  const entities = new Map<string, LoadedEntity>();
  for (let after = FIRST; ; ) {
    const rows = await sql<LoadedEntity[]>`
      select id, type, name, aliases from graph_entity
      where base_id = ${baseId} and state = 'accepted' and id > ${after} order by id limit ${ROWS_A_STATEMENT}`;
    for (const row of rows) entities.set(row.id, row);
    const last = rows.at(-1);
    if (last === undefined) return entities;
    after = last.id;
    await setImmediate();
  }
}

const FIRST = "00000000-0000-0000-0000-000000000000";

type Row = Omit<LoadedFact, "document" | "value"> & {
  readonly documentId: string | null;
  readonly value: string | null;
};

type Shelf = {
  readonly baseId: string;
  readonly documents: ReadonlyMap<string, FactDocument>;
  readonly entities: ReadonlyMap<string, LoadedEntity>;
};

async function readFacts(
  sql: Sql,
  { baseId, documents, entities }: Shelf,
): Promise<ReadonlyMap<string, readonly LoadedFact[]>> {
  const facts = new Map<string, LoadedFact[]>();
  for (let after = FIRST; ; ) {
    const rows = await sql<Row[]>`
      select f.id, f.subject_id as "subjectId", f.predicate, f.object_id as "objectId", f.value, f.document_id as "documentId",
        f.passage_id as "passageId", coalesce(p.title_path, '{}') as "titlePath", p.place, f.quote
      from graph_fact f left join passage p on p.id = f.passage_id
      where f.base_id = ${baseId} and f.state = 'accepted' and f.id > ${after} order by f.id limit ${ROWS_A_STATEMENT}`;
    const last = rows.at(-1);
    if (last === undefined) return facts;
    after = last.id;
    for (const row of rows) {
      const fact = toFact(row, { documents, entities });
      if (fact === null) continue;
      const own = facts.get(fact.subjectId) ?? [];
      own.push(fact);
      facts.set(fact.subjectId, own);
    }
    await setImmediate();
  }
}

/** Null for what a document says that is not served, and for what is said of things that were put away. */
function toFact(
  { documentId, ...row }: Row,
  { documents, entities }: Omit<Shelf, "baseId">,
): LoadedFact | null {
  const document = documentId === null ? null : documents.get(documentId);
  const value = row.objectId === null ? row.value : entities.get(row.objectId)?.name;
  if (document === undefined || !value || !entities.has(row.subjectId)) return null;
  return { ...row, value, document };
}
