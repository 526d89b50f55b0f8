import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { decideFacts } from "./decide-facts.ts";
import { listFacts } from "./list-facts.ts";

/** What the review list shows of facts that several documents say. */

const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "小林" };

let db: TestDatabase;
let workspaceId: string;
let baseId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  workspaceId = await idOf(`insert into workspace (name) values ('店') returning id`);
  baseId = await idOf(
    `insert into knowledge_base (workspace_id, name) values ('${workspaceId}', '选型') returning id`,
  );
});
afterAll(() => db.drop());

const inTx = <Value>(work: (tx: TransactionSql) => Promise<Value>) => db.sql.begin(work);
const idOf = async (query: string) => (await db.sql.unsafe<{ id: string }[]>(query))[0]?.id ?? "";

const addDocument = (name: string) =>
  idOf(`insert into document (base_id, workspace_id, name, source, state, is_served, author_name)
    values ('${baseId}', '${workspaceId}', '${name}', 'upload', 'ready', true, '小林') returning id`);

let said = 0;
/** As a reading stores it. */
async function say(documentId: string | null, predicate: string, value: string): Promise<void> {
  said += 1;
  await db.sql`
    insert into graph_entity (base_id, workspace_id, type, name, key)
    values (${baseId}, ${workspaceId}, '型号', 'AX-200', 'AX-200') on conflict do nothing`;
  await db.sql`
    insert into graph_fact (base_id, workspace_id, subject_id, predicate, value, document_id, quote, key, position)
    select ${baseId}, ${workspaceId}, id, ${predicate}, ${value}, ${documentId}, ${value}, ${`k${said}`}, ${said}
    from graph_entity where base_id = ${baseId}`;
}

const NO_FILTER = { state: null, documentId: null, isSourceChanged: false, search: "", page: 0 } as const;
const list = async (filter: Partial<Parameters<typeof listFacts>[1]> = {}) =>
  (await inTx((tx) => listFacts(tx, { workspaceId, baseId, ...NO_FILTER, ...filter }))).facts;
const show = (facts: Awaited<ReturnType<typeof list>>) =>
  facts.map(
    ({ state, predicate, value, documentName, doubles }) =>
      `${state} ${predicate} ${value}: ${[documentName, ...doubles.map((double) => double.documentName)].join(", ")}`,
  );

test("a fact that several documents say is on the list once, with all of them, and one decision counts for all", async () => {
  const [manual, page] = [await addDocument("手册"), await addDocument("官网")];
  await say(manual, "价格", "999 元");
  await say(manual, "颜色", "黑");
  await say(page, "价格 ", "９９９ 元");
  expect(show(await list())).toEqual(["suggested 价格  ９９９ 元: 官网, 手册", "suggested 颜色 黑: 手册"]);
  // Asked for one document, its own words come first, and the others are still told of.
  const [price, color] = await list({ documentId: manual });
  expect(show(price && color ? [price, color] : [])).toEqual([
    "suggested 价格 999 元: 手册, 官网",
    "suggested 颜色 黑: 手册",
  ]);
  const factIds = [price?.id ?? "", ...(price?.doubles ?? []).map(({ factId }) => factId)];
  const decisions = factIds.map((factId) => ({ factId, state: "accepted" as const }));
  await inTx((tx) => decideFacts(tx, { workspaceId, baseId, actor, decisions }));
  expect(show(await list({ state: "suggested" }))).toEqual(["suggested 颜色 黑: 手册"]);
  expect(show(await list({ state: "accepted" }))).toEqual(["accepted 价格  ９９９ 元: 官网, 手册"]);
});

test("what people added comes first where it is asked for, also when a document says the same", async () => {
  const manual = await addDocument("手册");
  await say(manual, "重量", "2 千克");
  await say(null, "重量", "2 千克");
  expect(show(await list({ documentId: "none" }))).toEqual(["suggested 重量 2 千克: , 手册"]);
  expect(show(await list({ documentId: manual }))).toEqual(["suggested 重量 2 千克: 手册, "]);
  expect(show(await list({ search: "重量" }))).toEqual(["suggested 重量 2 千克: 手册, "]);
});

test("what one document says no more stands apart from those that still say it", async () => {
  const [old, fresh] = [await addDocument("旧表"), await addDocument("新表")];
  await say(old, "质保", "两年");
  await say(fresh, "质保", "两年");
  await db.sql`update graph_fact set is_source_changed = true where document_id = ${old}`;
  expect(show(await list({ isSourceChanged: true }))).toEqual(["suggested 质保 两年: 旧表"]);
  expect(show(await list({ search: "质保" }))).toHaveLength(2);
});

test("a page holds fifty facts, however many say each", async () => {
  const [first, second] = [await addDocument("表一"), await addDocument("表二")];
  for (let at = 0; at < 55; at += 1) {
    await say(first, `参数${at}`, "1");
    await say(second, `参数${at}`, "1");
  }
  const pages = [await list({ search: "参数" }), await list({ search: "参数", page: 1 })];
  expect(pages.map(({ length }) => length)).toEqual([50, 5]);
  expect(pages.flat().every(({ doubles }) => doubles.length === 1)).toBe(true);
});
