import { afterAll, beforeAll, expect, test } from "vitest";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { log } from "../../../log.ts";
import { createOutboundClient } from "../../../net/create-outbound-client.ts";
import { addUpload } from "../../documents/add-document.ts";
import { deleteDocument, editPassage } from "../../documents/change-document.ts";
import { getDocument } from "../../documents/get-document.ts";
import { hashBytes, writePieces } from "../../documents/ingest/document-pieces.ts";
import { performIngestion } from "../../documents/ingest/perform-ingestion.ts";
import { decideFacts } from "../decide-facts.ts";
import { listFactSources, listFacts, type ShownFact } from "../list-facts.ts";
import { addFact, updateEntity, updateFact } from "../write-graph.ts";
import { findOpenReadings, readGraph } from "./read-graph.ts";

/** From a file to facts, what people decide of them, and the next reading of the file. */

const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "小林" };
let db: TestDatabase;
let workspaceId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  const [row] = await db.sql<{ id: string }[]>`insert into workspace (name) values ('shop') returning id`;
  workspaceId = row?.id ?? "";
});
afterAll(() => db.drop());

async function makeBase(): Promise<string> {
  const [row] = await db.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '商品') returning id`;
  return row?.id ?? "";
}

async function read(documentId: string): Promise<void> {
  const outbound = createOutboundClient({ allowCidr: [] });
  await performIngestion({ sql: db.sql, log, outbound, stop: new AbortController().signal }, documentId);
  await readGraph({ sql: db.sql, log }, documentId);
}

async function upload(baseId: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { documentId } = await db.sql.begin(async (tx) =>
    addUpload(tx, { workspaceId, baseId, actor, name: "价格.csv", bytes, sha256: await hashBytes(bytes) }),
  );
  await read(documentId);
  return documentId;
}

/** The same document with other words, read again. */
async function replace(documentId: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  await db.sql.begin((tx) => writePieces(tx, { documentId, workspaceId }, bytes));
  await db.sql`update document set state = 'queued', size = ${bytes.length} where id = ${documentId}`;
  await read(documentId);
}

const list = async (baseId: string): Promise<readonly ShownFact[]> =>
  (
    await db.sql.begin((tx) =>
      listFacts(tx, {
        ...{
          workspaceId,
          baseId,
          state: null,
          documentId: null,
          isSourceChanged: false,
          search: "",
          page: 0,
        },
      }),
    )
  ).facts;

const show = ({ state, subjectName, predicate, value, objectName, isSourceChanged }: ShownFact): string =>
  `${state}${isSourceChanged ? "!" : ""} ${subjectName} ${predicate} ${value ?? `→ ${objectName}`}`;
const shown = async (baseId: string) => (await list(baseId)).map(show).sort();

async function decide(baseId: string, wanted: string, state: GraphState) {
  const fact = (await list(baseId)).find((one) => show(one).endsWith(wanted));
  expect(fact, wanted).toBeDefined();
  return db.sql.begin((tx) =>
    decideFacts(tx, { workspaceId, baseId, actor, decisions: [{ factId: fact?.id ?? "", state }] }),
  );
}

const PRICES = "型号,价格,颜色\nAX-200,999 元,黑\nAX-300,1299 元,白\n";

test("a table is suggested fact by fact, each with the words that say so", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  expect(await shown(baseId)).toEqual([
    "suggested AX-200 价格 999 元",
    "suggested AX-200 颜色 黑",
    "suggested AX-300 价格 1299 元",
    "suggested AX-300 颜色 白",
  ]);
  for (const { passage, spanFrom, spanTo, quote, value } of await list(baseId)) {
    expect(passage?.slice(spanFrom, spanTo)).toBe(quote);
    expect(quote).toBe(value);
  }
  expect(await db.sql.begin((tx) => listFactSources(tx, { workspaceId, baseId }))).toMatchObject([
    { documentId, suggested: 4, accepted: 0, isOpen: false, isCut: false },
  ]);
  expect(await findOpenReadings(db.sql)).not.toContain(documentId);
});

test("what people decided outlives the next reading; what nobody says any more is withdrawn, or marked when it was accepted", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  await decide(baseId, "AX-200 价格 999 元", "accepted");
  await decide(baseId, "AX-200 颜色 黑", "rejected");
  await decide(baseId, "AX-300 价格 1299 元", "accepted");
  await replace(documentId, "型号,价格,颜色\nAX-100,599 元,红\nAX-200,899 元,黑\nAX-300,1299 元,\n");
  expect(await shown(baseId)).toEqual([
    "accepted AX-300 价格 1299 元",
    "accepted! AX-200 价格 999 元",
    "rejected AX-200 颜色 黑",
    "suggested AX-100 价格 599 元",
    "suggested AX-100 颜色 红",
    "suggested AX-200 价格 899 元",
  ]);
  const { before } = await decide(baseId, "AX-200 价格 899 元", "accepted");
  expect(await shown(baseId)).toContain("rejected! AX-200 价格 999 元");
  await db.sql.begin((tx) => decideFacts(tx, { workspaceId, baseId, actor, decisions: before }));
  expect(await shown(baseId)).toEqual(
    expect.arrayContaining(["accepted! AX-200 价格 999 元", "suggested AX-200 价格 899 元"]),
  );
  await replace(documentId, PRICES);
  expect(await shown(baseId)).toContain("accepted AX-200 价格 999 元");
});

test("what a person added or changed goes with no reading, and comes back under no other name", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  const subject = { type: "型号", name: "AX-200" };
  await db.sql.begin((tx) =>
    addFact(tx, {
      workspaceId,
      baseId,
      actor,
      fact: { subject, predicate: "产地", object: { value: "苏州" } },
    }),
  );
  const price = (await list(baseId)).find((fact) => show(fact).endsWith("999 元"));
  await db.sql.begin((tx) =>
    updateFact(tx, {
      ...{ workspaceId, factId: price?.id ?? "", actor },
      fact: { subject, predicate: "含税价", object: { value: "999 元" } },
    }),
  );
  await db.sql.begin((tx) =>
    updateEntity(tx, {
      ...{ workspaceId, entityId: price?.subjectId ?? "", actor, type: "型号", name: "AX-200 咖啡机" },
      ...{ aliases: ["小黑"], state: "accepted" },
    }),
  );
  await replace(documentId, "型号,价格\nAX-200,999 元\n");
  expect(await shown(baseId)).toEqual([
    "accepted AX-200 咖啡机 产地 苏州",
    "accepted AX-200 咖啡机 含税价 999 元",
  ]);
});

test("a thing is taken with its first fact, let go with its last, and a rejected one is left alone", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  const stateOf = async (name: string) =>
    (
      await db.sql<
        { state: string }[]
      >`select state from graph_entity where base_id = ${baseId} and name = ${name}`
    )[0]?.state;
  expect(await stateOf("AX-200")).toBe("suggested");
  const { before } = await decide(baseId, "AX-200 颜色 黑", "accepted");
  expect(await stateOf("AX-200")).toBe("accepted");
  await db.sql.begin((tx) => decideFacts(tx, { workspaceId, baseId, actor, decisions: before }));
  expect(await stateOf("AX-200")).toBe("suggested");
  const [{ subjectId = "" } = {}] = (await list(baseId)).filter(
    ({ subjectName }) => subjectName === "AX-300",
  );
  await db.sql.begin((tx) =>
    updateEntity(tx, {
      ...{ workspaceId, entityId: subjectId, actor, type: "型号", name: "AX-300", aliases: [] },
      state: "rejected",
    }),
  );
  await replace(documentId, `${PRICES}AX-400,1 元,蓝\n`);
  expect((await shown(baseId)).filter((fact) => fact.includes("AX-300"))).toEqual([]);
  expect(await stateOf("AX-300")).toBe("rejected");
});

test("an edited passage is looked through again, and a deleted document says nothing", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  await decide(baseId, "AX-300 价格 1299 元", "accepted");
  const [passage] = await db.sql<{ id: string; text: string; updatedAt: Date }[]>`
    select id, text, updated_at as "updatedAt" from passage where document_id = ${documentId}`;
  await db.sql`update passage set updated_at = date_trunc('milliseconds', updated_at) where id = ${passage?.id ?? ""}`;
  await db.sql.begin((tx) =>
    editPassage(tx, {
      ...{ workspaceId, passageId: passage?.id ?? "" },
      text: passage?.text.replace("999 元", "888 元") ?? "",
      knownAt: new Date(Math.floor(passage?.updatedAt.getTime() ?? 0)),
    }),
  );
  expect(await findOpenReadings(db.sql)).toContain(documentId);
  await readGraph({ sql: db.sql, log }, documentId);
  expect(await shown(baseId)).toContain("suggested AX-200 价格 888 元");
  await db.sql.begin((tx) => deleteDocument(tx, { workspaceId, documentId, actor }));
  expect(await shown(baseId)).toEqual([]);
});

test("a table of questions and answers floods nobody with facts, and says that it holds entries", async () => {
  const baseId = await makeBase();
  const documentId = await upload(
    baseId,
    "问题,答案,分类\n怎么退货,七天无理由退货。,售后\n多久发货,48 小时内。,物流\n",
  );
  expect(await shown(baseId)).toEqual([]);
  expect(await db.sql.begin((tx) => listFactSources(tx, { workspaceId, baseId }))).toMatchObject([
    { documentId, suggested: 0, qaRows: 2, isOpen: false },
  ]);
  const document = await db.sql.begin((tx) => getDocument(tx, { workspaceId, documentId }));
  expect(document.qaRows).toBe(2);
  await replace(documentId, PRICES);
  expect((await db.sql.begin((tx) => getDocument(tx, { workspaceId, documentId }))).qaRows).toBe(0);
});

test("open pages are told when a document was looked through, and not when nothing was", async () => {
  const baseId = await makeBase();
  const documentId = await upload(baseId, PRICES);
  const told: string[] = [];
  const look = () => readGraph({ sql: db.sql, log, tell: (id) => void told.push(id) }, documentId);
  await look();
  expect(told).toEqual([]);
  await db.sql`update graph_reading set rev = rev + 1 where document_id = ${documentId}`;
  await look();
  expect(told).toEqual([baseId]);
});

test("a document of thousands of rows is looked through beside the event loop, and cut", async () => {
  const baseId = await makeBase();
  const rows = Array.from({ length: 1_500 }, (_, at) => `P-${at},${at} 元,黑`);
  await upload(baseId, `型号,价格,颜色\n${rows.join("\n")}\n`);
  expect(await db.sql.begin((tx) => listFactSources(tx, { workspaceId, baseId }))).toMatchObject([
    { suggested: 2_000, isCut: true },
  ]);
}, 60_000);
