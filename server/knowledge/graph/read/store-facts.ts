import type { TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { FoundEntity, FoundFact } from "../extract/fact.ts";
import { toEntityKey, toFactKey } from "../to-key.ts";

type Target = { readonly documentId: string; readonly baseId: string; readonly workspaceId: string };

/** Rows of one statement: what is encoded at once holds up nobody. */
const ROWS_A_STATEMENT = 200;

/**
 * Makes the suggestions of a document those of a new reading, in the caller's transaction.
 *
 * G1. What a person has decided stays decided: a fact that is found again keeps its row, also a rejected one.
 * G2. A suggestion whose words are gone is withdrawn. An accepted fact whose words are gone is kept, served, and marked.
 * G3. Nothing that a person added or changed goes, and no fact is suggested of an entity that was rejected.
 */
export async function storeFacts(
  tx: TransactionSql,
  target: Target,
  facts: readonly FoundFact[],
): Promise<void> {
  const { documentId, baseId } = target;
  const ids = await ensureEntities(tx, target, facts);
  const rows = facts.flatMap((fact, position) => toRow(fact, { position, documentId, ids }));
  const stored = await tx<Stored[]>`
    select id, key, state, is_manual as "isManual" from graph_fact where document_id = ${documentId}`;
  const known = new Set(stored.map(({ key }) => key));
  const found = new Set(rows.map(({ key }) => key));
  for (const group of toGroups(rows.filter(({ key }) => known.has(key)))) await keep(tx, documentId, group);
  for (const group of toGroups(rows.filter(({ key }) => !known.has(key)))) await insert(tx, target, group);
  await withdraw(
    tx,
    stored.filter(({ key }) => !found.has(key)),
  );
  await withdrawEntities(tx, baseId);
  // Where accepted facts stand in passages is part of what customers are told.
  if (stored.some(({ state }) => state === "accepted"))
    await tx`update knowledge_base set graph_rev = graph_rev + 1 where id = ${baseId}`;
}

type Stored = {
  readonly id: string;
  readonly key: string;
  readonly state: GraphState;
  readonly isManual: boolean;
};

/** Ids of the entities that facts name; null for rejected ones, of which nothing is suggested. */
async function ensureEntities(
  tx: TransactionSql,
  { baseId, workspaceId }: Target,
  facts: readonly FoundFact[],
): Promise<ReadonlyMap<string, string | null>> {
  const named = new Map<string, FoundEntity>();
  for (const { subject, object } of facts) {
    named.set(toEntityKey(subject), subject);
    if ("entity" in object) named.set(toEntityKey(object.entity), object.entity);
  }
  // In one order everywhere: two documents of a base that are looked through at once wait for each other, and never in a circle.
  const entities = [...named]
    .map(([key, entity]) => ({ key, ...entity }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const ids = new Map<string, string | null>();
  for (const group of toGroups(entities)) {
    await tx`
      insert into graph_entity (base_id, workspace_id, type, name, key)
      select ${baseId}, ${workspaceId}, r.type, r.name, r.key
      from jsonb_to_recordset(${toJsonText(group)}::text::jsonb) as r(type text, name text, key text)
      order by r.key on conflict (base_id, key) do nothing`;
    const rows = await tx<{ id: string; key: string; state: string }[]>`
      select own.id, own.key, s.state from graph_entity own join graph_entity s on s.id = coalesce(own.same_as_id, own.id)
      where own.base_id = ${baseId} and own.key = any(${group.map(({ key }) => key)})`;
    for (const { id, key, state } of rows) ids.set(key, state === "rejected" ? null : id);
  }
  return ids;
}

type Place = {
  readonly position: number;
  readonly documentId: string;
  readonly ids: ReadonlyMap<string, string | null>;
};

function toRow(fact: FoundFact, { position, documentId, ids }: Place) {
  const { subject, predicate, object, passageId, quote, span } = fact;
  const subjectKey = toEntityKey(subject);
  const subjectId = ids.get(subjectKey) ?? null;
  const objectId = "entity" in object ? (ids.get(toEntityKey(object.entity)) ?? null) : null;
  if (subjectId === null || ("entity" in object && objectId === null)) return [];
  const said = "entity" in object ? { entityKey: toEntityKey(object.entity) } : object;
  return [
    {
      key: toFactKey({ documentId, subjectKey, predicate, object: said }),
      ...{ subjectId, predicate, objectId, value: "value" in object ? object.value : null },
      ...{ passageId, quote, spanFrom: span[0], spanTo: span[1], position },
    },
  ];
}

type Row = ReturnType<typeof toRow>[number];

async function keep(tx: TransactionSql, documentId: string, rows: readonly Row[]): Promise<void> {
  await tx`
    update graph_fact f set passage_id = r."passageId", quote = r.quote, span_from = r."spanFrom", span_to = r."spanTo",
      position = r.position, is_source_changed = false
    from ${recordsOf(tx, rows)} where f.document_id = ${documentId} and f.key = r.key`;
}

async function insert(
  tx: TransactionSql,
  { documentId, baseId, workspaceId }: Target,
  rows: readonly Row[],
): Promise<void> {
  await tx`
    insert into graph_fact (base_id, workspace_id, subject_id, predicate, object_id, value, document_id, passage_id, quote,
      span_from, span_to, key, position)
    select ${baseId}, ${workspaceId}, r."subjectId", r.predicate, r."objectId", r.value, ${documentId}, r."passageId", r.quote,
      r."spanFrom", r."spanTo", r.key, r.position
    from ${recordsOf(tx, rows)} on conflict (base_id, key) do nothing`;
}

const recordsOf = (tx: TransactionSql, rows: readonly Row[]) => tx`
  jsonb_to_recordset(${toJsonText(rows)}::text::jsonb) as r(key text, "subjectId" uuid, predicate text, "objectId" uuid, value text,
    "passageId" uuid, quote text, "spanFrom" int, "spanTo" int, position int)`;

async function withdraw(tx: TransactionSql, gone: readonly Stored[]): Promise<void> {
  const suggested = gone.filter(({ state, isManual }) => state === "suggested" && !isManual);
  const accepted = gone.filter(({ state }) => state === "accepted");
  if (suggested.length > 0)
    await tx`delete from graph_fact where id = any(${suggested.map(({ id }) => id)}::uuid[])`;
  if (accepted.length > 0)
    await tx`update graph_fact set is_source_changed = true where id = any(${accepted.map(({ id }) => id)}::uuid[])`;
}

/** Suggested entities of which nothing is said any more; what was merged keeps its names, whatever is said of it. */
async function withdrawEntities(tx: TransactionSql, baseId: string): Promise<void> {
  await tx`
    delete from graph_entity e where e.base_id = ${baseId} and e.state = 'suggested' and not e.is_manual
      and e.same_as_id is null and not exists (select from graph_entity own where own.same_as_id = e.id)
      and not exists (select from graph_fact f where f.subject_id = e.id or f.object_id = e.id)`;
}

function toGroups<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, group) =>
    rows.slice(group * ROWS_A_STATEMENT, (group + 1) * ROWS_A_STATEMENT),
  );
}
