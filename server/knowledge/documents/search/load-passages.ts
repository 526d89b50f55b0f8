import { setImmediate } from "node:timers/promises";
import type { Sql } from "postgres";
import type { CaseContent } from "#drizzle/schema/cases.ts";
import { buildPassageIndex, type Passage, type PassageIndex } from "../../retrieval/passage-index.ts";
import { buildIndexInThread } from "./build-index-in-thread.ts";
import { toOrigin } from "./is-wanted.ts";
import {
  type LoadedDocument,
  type LoadedPassage,
  type LoadedPassages,
  toSearchTitle,
} from "./loaded-passages.ts";
import { readSynonyms, synonymsStampOf } from "./read-synonyms.ts";

/** Rows of one statement: what is parsed at once holds up nobody. */
const ROWS_A_STATEMENT = 200;
/** A thread takes some 100 ms to start; this many passages take less. */
const INLINE_PASSAGES_MAX = 50;

/** Reads what a base can answer from and builds its index, both without holding the event loop up; null for a base that is gone. */
export async function loadPassages(sql: Sql, baseId: string): Promise<LoadedPassages | null> {
  const [base] = await sql<{ workspaceId: string; rev: number; count: number; stamp: string }[]>`
    select workspace_id as "workspaceId", passages_rev as rev, ${synonymsStampOf(sql)} as stamp,
      (select count(*)::int from passage p where p.base_id = b.id)
        + (select count(*)::int from knowledge_case c where c.base_id = b.id and c.served is not null) as count
    from knowledge_base b where id = ${baseId} and deleted_at is null`;
  if (!base) return null;
  const documents = await readDocuments(sql, baseId);
  const passages = new Map<string, LoadedPassage>();
  const groups = readAll(sql, { baseId, documents, passages });
  const index = await (base.count > INLINE_PASSAGES_MAX ? buildIndexInThread(groups) : buildHere(groups));
  const synonyms = await readSynonyms(sql, baseId);
  const { workspaceId, rev, stamp: synonymsStamp } = base;
  return { baseId, workspaceId, rev, index, passages, documents, synonyms, synonymsStamp };
}

async function readDocuments(sql: Sql, baseId: string): Promise<Map<string, LoadedDocument>> {
  const rows = await sql<Omit<LoadedDocument, "origin">[]>`
    select id, 'documents' as layer, name, url, tags, language, data_class as "dataClass", valid_from::text as "validFrom", valid_until::text as "validUntil"
    from document where base_id = ${baseId} and is_served and deleted_at is null`;
  const documents = new Map<string, LoadedDocument>();
  for (const [place, row] of rows.entries()) {
    documents.set(row.id, { ...row, origin: toOrigin(row) });
    if (place % ROWS_A_STATEMENT === ROWS_A_STATEMENT - 1) await setImmediate();
  }
  return documents;
}

type Shelf = {
  readonly baseId: string;
  readonly documents: Map<string, LoadedDocument>;
  readonly passages: Map<string, LoadedPassage>;
};

async function* readAll(sql: Sql, shelf: Shelf): AsyncGenerator<readonly Passage[]> {
  yield* readGroups(sql, shelf);
  yield* readCases(sql, shelf);
}

async function* readGroups(
  sql: Sql,
  { baseId, documents, passages }: Shelf,
): AsyncGenerator<readonly Passage[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await sql<LoadedPassage[]>`
      select id, document_id as "documentId", title_path as "titlePath", text, place from passage
      where base_id = ${baseId} and id > ${after} order by id limit ${ROWS_A_STATEMENT}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const served = rows.filter(({ documentId }) => documents.has(documentId));
    for (const row of served) passages.set(row.id, row);
    yield served.map(({ id, documentId, titlePath, text }) => ({
      ...{ id, text, title: toSearchTitle(documents.get(documentId), titlePath) },
    }));
    await setImmediate();
  }
}

type ServedCase = { readonly id: string; readonly served: CaseContent };

/** A case is found by its question, context and tags as well; what is said of it is the good practice alone, and all of it. */
async function* readCases(
  sql: Sql,
  { baseId, documents, passages }: Shelf,
): AsyncGenerator<readonly Passage[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await sql<ServedCase[]>`
      select id, served from knowledge_case
      where base_id = ${baseId} and served is not null and deleted_at is null and id > ${after}
      order by id limit ${ROWS_A_STATEMENT}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const { id, served } of rows) {
      const { question, answer, tags } = served;
      documents.set(id, {
        ...{ id, layer: "cases", name: question, url: null, tags, language: null, dataClass: "general" },
        // No source leaves a case out: nothing is compared with it.
        ...{ validFrom: null, validUntil: null, origin: { words: "", address: null } },
      });
      passages.set(id, {
        ...{ id, documentId: id, titlePath: [], text: answer, place: { chars: [0, answer.length] } },
      });
    }
    yield rows.map(({ id, served: { question, context, answer } }) => ({
      ...{ id, text: answer, title: [question, context].filter(Boolean).join("\n") },
    }));
    await setImmediate();
  }
}

async function buildHere(groups: AsyncIterable<readonly Passage[]>): Promise<PassageIndex> {
  const passages: Passage[] = [];
  for await (const group of groups) passages.push(...group);
  return buildPassageIndex(passages);
}
