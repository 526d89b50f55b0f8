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
  const { entities, standIns } = joinEntities(await readEntities(sql, baseId));
  const facts = await readFacts(sql, { baseId, documents, entities, standIns });
  return { baseId, ...base, entities, facts, names: indexNames(entities.values()) };
}

type EntityRow = Omit<LoadedEntity, "types"> & { readonly sameAsId: string | null };

/** Accepted ones, and what is the same as another: its names are that one's. */
async function readEntities(sql: Sql, baseId: string): Promise<readonly EntityRow[]> {
  const entities: EntityRow[] = [];
  for (let after = FIRST; ; ) {
    const rows = await sql<EntityRow[]>`
      select id, type, name, aliases, same_as_id as "sameAsId" from graph_entity
      where base_id = ${baseId} and (state = 'accepted' or same_as_id is not null) and id > ${after}
      order by id limit ${ROWS_A_STATEMENT}`;
    entities.push(...rows);
    const last = rows.at(-1);
    if (last === undefined) return entities;
    after = last.id;
    await setImmediate();
  }
}

type Joined = {
  readonly entities: ReadonlyMap<string, LoadedEntity>;
  /** What stands for a thing that was merged, by its id. */
  readonly standIns: ReadonlyMap<string, string>;
};

function joinEntities(rows: readonly EntityRow[]): Joined {
  const entities = new Map<string, LoadedEntity>();
  for (const { sameAsId, ...row } of rows)
    if (sameAsId === null) entities.set(row.id, { ...row, types: [row.type] });
  const standIns = new Map<string, string>();
  for (const { id, sameAsId, type, name, aliases } of rows) {
    const standIn = sameAsId === null ? undefined : entities.get(sameAsId);
    if (standIn === undefined) continue;
    standIns.set(id, standIn.id);
    entities.set(standIn.id, {
      ...standIn,
      types: [...new Set([...standIn.types, type])],
      aliases: [...new Set([...standIn.aliases, name, ...aliases])],
    });
  }
  return { entities, standIns };
}

const FIRST = "00000000-0000-0000-0000-000000000000";

type Row = Omit<LoadedFact, "document" | "value"> & {
  readonly documentId: string | null;
  readonly value: string | null;
};

type Shelf = Joined & {
  readonly baseId: string;
  readonly documents: ReadonlyMap<string, FactDocument>;
};

async function readFacts(
  sql: Sql,
  { baseId, ...shelf }: Shelf,
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
      const fact = toFact(row, shelf);
      if (fact === null) continue;
      const own = facts.get(fact.subjectId) ?? [];
      own.push(fact);
      facts.set(fact.subjectId, own);
    }
    await setImmediate();
  }
}

/** Null for what a document says that is not served, for what is said of things that were put away, and of a thing about itself. */
function toFact(
  { documentId, ...row }: Row,
  { documents, entities, standIns }: Omit<Shelf, "baseId">,
): LoadedFact | null {
  const document = documentId === null ? null : documents.get(documentId);
  const subjectId = standIns.get(row.subjectId) ?? row.subjectId;
  const objectId = row.objectId === null ? null : (standIns.get(row.objectId) ?? row.objectId);
  const value = objectId === null ? row.value : entities.get(objectId)?.name;
  if (document === undefined || !value || !entities.has(subjectId) || subjectId === objectId) return null;
  return { ...row, subjectId, objectId, value, document };
}
