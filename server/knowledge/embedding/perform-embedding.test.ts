import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createSecretBox } from "../../auth/secret-box.ts";
import { withWorkspace } from "../../auth/with-workspace.ts";
import { log } from "../../log.ts";
import { createOutboundClient } from "../../net/create-outbound-client.ts";
import { cancelEmbedding, getEmbeddingState, retryEmbedding } from "./embedding-state.ts";
import { findDueBases } from "./find-due-bases.ts";
import { FAKE_KEY, FAKE_MODEL, type FakeProvider, startFakeProvider } from "./fixtures/fake-provider.ts";
import { noModels } from "./fixtures/no-models.ts";
import { performEmbedding } from "./perform-embedding.ts";
import { saveProvider } from "./provider-settings.ts";

let db: TestDatabase;
let fake: FakeProvider;
let workspaceId: string;
let baseId: string;
let documentId: string;

const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "小林" };
const secretBox = createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB");
const outbound = createOutboundClient({ allowCidr: ["127.0.0.0/8"] });

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  fake = await startFakeProvider();
  const [workspace] = await db.sql<{ id: string }[]>`insert into workspace (name) values ('店') returning id`;
  workspaceId = workspace?.id ?? "";
  const [base] = await db.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  baseId = base?.id ?? "";
  documentId = await addDocument("general");
  return () => fake.close();
});

async function addDocument(dataClass: string): Promise<string> {
  const [document] = await db.sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, is_served, data_class, author_name)
    values (${baseId}, ${workspaceId}, '规则.txt', 'upload', 'ready', true, ${dataClass}, '小林') returning id`;
  return document?.id ?? "";
}

async function addPassages(texts: readonly string[], into = documentId): Promise<void> {
  for (const [position, text] of texts.entries())
    await db.sql`
      insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
      values (${into}, ${baseId}, ${workspaceId}, ${text}, ${position}, '{退换}', ${text}, '{"chars":[0,1]}')`;
  await touch();
}

const touch = () => db.sql`update knowledge_base set passages_rev = passages_rev + 1 where id = ${baseId}`;
const perform = (stop = new AbortController().signal) =>
  performEmbedding({ sql: db.sql, log, outbound, models: noModels, secretBox, stop }, baseId);
const stateOf = () => db.sql.begin((tx) => getEmbeddingState(tx, { workspaceId, baseId }));
const save = (given: { batchSize?: number; model?: string } = {}) =>
  saveProvider(
    {
      inWorkspace: (work) => withWorkspace(db.sql, workspaceId, work),
      outbound,
      models: noModels,
      secretBox,
    },
    {
      workspaceId,
      actor,
      baseUrl: fake.baseUrl,
      model: FAKE_MODEL,
      apiKey: FAKE_KEY,
      batchSize: 2,
      ...given,
    },
  );
const vectors = () =>
  db.sql`select hash, model_key, vector from base_vector where base_id = ${baseId} order by hash`;

test("passages get their vectors in batches, with the headings above them, and a base that is level is not due", async () => {
  await addPassages(["七天内可退。", "满 99 元包邮。", "保修两年。"]);
  expect(await findDueBases(db.sql)).not.toContain(baseId);
  expect(await save()).toMatchObject({ type: "works", dimensions: 64 });
  expect(await findDueBases(db.sql)).toContain(baseId);
  await perform();
  expect(fake.asked.slice(1).map(({ length }) => length)).toEqual([2, 1]);
  expect(fake.asked.flat()).toContain("规则 › 退换\n七天内可退。");
  expect(await stateOf()).toMatchObject({ state: "ready", done: 3, total: 3, errorCode: null });
  expect(await vectors()).toHaveLength(3);
  expect(await findDueBases(db.sql)).not.toContain(baseId);
});

test("only what has changed is asked for again, and what nobody says any more goes (V1)", async () => {
  await addPassages(["七天内可退。", "满 99 元包邮。"]);
  await save();
  await perform();
  fake.asked.length = 0;
  await db.sql`update passage set text = '十五天内可退。' where base_id = ${baseId} and text = '七天内可退。'`;
  await touch();
  expect(await findDueBases(db.sql)).toContain(baseId);
  await perform();
  expect(fake.asked.flat()).toEqual(["规则 › 退换\n十五天内可退。"]);
  expect(await vectors()).toHaveLength(2);
});

test("important and core documents are never sent anywhere", async () => {
  await addPassages(["七天内可退。"]);
  await addPassages(["内部底价 12 元。"], await addDocument("important"));
  await addPassages(["身份证 110101。"], await addDocument("core"));
  await save();
  await perform();
  expect(fake.asked.flat().join()).not.toMatch(/底价|身份证/);
  expect(await stateOf()).toMatchObject({ state: "ready", total: 1 });
});

describe("a provider that fails", () => {
  test("for a while is asked again later, longer each time, and keeps what it gave (V4)", async () => {
    await addPassages(["甲。", "乙。", "丙。"]);
    await save({ batchSize: 1 });
    fake.answerAlways({ type: "status", status: 503 });
    await perform();
    const first = await stateOf();
    expect(first).toMatchObject({ state: "queued", errorCode: "provider_down", done: 0, total: 3 });
    expect(await findDueBases(db.sql)).not.toContain(baseId);
    await db.sql`update base_embedding set next_at = now() where base_id = ${baseId}`;
    await perform();
    const [{ pause } = { pause: 0 }] = await db.sql<{ pause: number }[]>`
      select extract(epoch from next_at - now())::float8 as pause from base_embedding where base_id = ${baseId}`;
    expect(pause).toBeGreaterThan(8);
    fake.answerAlways(null);
    await db.sql.begin((tx) => retryEmbedding(tx, { workspaceId, baseId }));
    expect(await findDueBases(db.sql)).toContain(baseId);
    await perform();
    expect(await stateOf()).toMatchObject({ state: "ready", done: 3, errorCode: null });
  });

  test("with the pause that it asks for", async () => {
    await addPassages(["甲。"]);
    await save();
    fake.answerNext({ type: "status", status: 429, headers: { "retry-after": "600" } });
    await perform();
    const { nextAt } = (await stateOf()) ?? {};
    expect(nextAt?.getTime()).toBeGreaterThan(Date.now() + 590_000);
  });

  test("for good waits for a person, with its reason", async () => {
    await addPassages(["甲。"]);
    await save();
    fake.answerNext({ type: "status", status: 401 });
    await perform();
    expect(await stateOf()).toMatchObject({
      state: "failed",
      errorCode: "key_refused",
      errorFacts: { status: 401 },
    });
    await touch();
    expect(await findDueBases(db.sql)).not.toContain(baseId);
    fake.answerNext({ type: "dimensions", dimensions: 32 });
    await db.sql.begin((tx) => retryEmbedding(tx, { workspaceId, baseId }));
    await perform();
    expect(await stateOf()).toMatchObject({ state: "failed", errorCode: "other_dimensions" });
  });
});

test("a cancel ends the work within a second or so, and it stays ended", async () => {
  await addPassages(["甲。", "乙。"]);
  await save({ batchSize: 1 });
  fake.answerAlways({ type: "silence" });
  const running = perform();
  await vi.waitFor(async () => expect(await stateOf()).toMatchObject({ state: "running", total: 2 }));
  await db.sql.begin((tx) => cancelEmbedding(tx, { workspaceId, baseId }));
  await running;
  expect(await stateOf()).toMatchObject({ state: "cancelled" });
  expect(await findDueBases(db.sql)).not.toContain(baseId);
  await expect(db.sql.begin((tx) => cancelEmbedding(tx, { workspaceId, baseId }))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a process that drains gives the base back, and the next one goes on where it stopped", async () => {
  await addPassages(["甲。", "乙。", "丙。"]);
  await save({ batchSize: 1 });
  await perform(AbortSignal.abort());
  expect(await stateOf()).toMatchObject({ state: "queued" });
  await perform();
  expect(await stateOf()).toMatchObject({ state: "ready", done: 3 });
});

test("another model embeds everything anew, and the old vectors stay until it is done (V2)", async () => {
  await addPassages(["甲。", "乙。"]);
  await save();
  await perform();
  await db.sql`update embedding_provider set model_key = 'other' where workspace_id = ${workspaceId}`;
  fake.answerNext({ type: "status", status: 500 });
  await perform();
  expect((await vectors()).map(({ model_key }) => model_key)).not.toContain("other");
  await db.sql.begin((tx) => retryEmbedding(tx, { workspaceId, baseId }));
  await perform();
  expect((await vectors()).map(({ model_key }) => model_key)).toEqual(["other", "other"]);
});

test("without a provider the vectors go, and nothing is due", async () => {
  await addPassages(["甲。"]);
  await save();
  await perform();
  await db.sql`delete from embedding_provider where workspace_id = ${workspaceId}`;
  expect(await findDueBases(db.sql)).not.toContain(baseId);
  expect(await vectors()).toHaveLength(0);
  expect(await stateOf()).toBeNull();
});
