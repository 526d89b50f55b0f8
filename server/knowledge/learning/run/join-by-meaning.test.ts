import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import {
  FAKE_KEY,
  FAKE_MODEL,
  type FakeProvider,
  startFakeProvider,
} from "#server/knowledge/embedding/fixtures/fake-provider.ts";
import { noModels } from "#server/knowledge/embedding/fixtures/no-models.ts";
import { performEmbedding } from "#server/knowledge/embedding/perform-embedding.ts";
import { saveProvider } from "#server/knowledge/embedding/provider-settings.ts";
import { log } from "#server/log.ts";
import { createOutboundClient } from "#server/net/create-outbound-client.ts";
import { seedUnanswered } from "#server/trpc/fixtures/seed-turns.ts";
import { type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import { performLearning } from "./perform-learning.ts";
import { startRun } from "./start-run.ts";

/** What a provider of vectors adds to the grouping of questions, and what its failures do to it. */

const secretBox = createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB");
const askable = { outbound: createOutboundClient({ allowCidr: ["127.0.0.0/8"] }), models: noModels };
const stop = new AbortController().signal;
const ENTRIES = {
  退货: ["我要退货", "怎么退货呢", "想退回商品", "东西寄回给你们"],
  运费: ["运费多少", "邮费怎么算", "快递费谁出", "要付邮费吗"],
  保修: ["保修多久", "质保期", "坏了怎么办", "能维修吗"],
  发票: ["开发票", "我要报销", "怎么开票", "发票抬头"],
  优惠: ["有优惠吗", "能便宜点吗", "打折吗", "有没有打折"],
};

let db: TestDatabase;
let fake: FakeProvider;
let shop: SeededWorkspace;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  fake = await startFakeProvider();
  const name = `shop-${randomUUID().slice(0, 8)}`;
  shop = await seedWorkspace({ sql: db.sql, name, hash: async () => "x" });
  return () => fake.close();
});

/** A provider, and a base whose released phrasings have vectors. */
async function setUp(): Promise<void> {
  const { workspaceId } = shop;
  const entries = Object.entries(ENTRIES).map(([question, similar]) => ({
    ...{ id: randomUUID(), question: { "zh-CN": question }, similar, dataClass: "general" },
  }));
  const [base] = await db.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  const baseId = base?.id ?? "";
  await db.sql`
    with release as (
      insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, author_name)
      values (${baseId}, ${workspaceId}, 1, ${db.sql.json({ entries, synonyms: [] })}, '{}', '', 5, '小林') returning id)
    update knowledge_base set live_release_id = release.id from release where knowledge_base.id = ${baseId}`;
  const saved = await saveProvider(
    { ...askable, secretBox, inWorkspace: (work) => withWorkspace(db.sql, workspaceId, work) },
    {
      ...{ workspaceId, actor: { id: randomUUID(), name: "小林" } },
      ...{ baseUrl: fake.baseUrl, model: FAKE_MODEL, apiKey: FAKE_KEY, batchSize: 16 },
    },
  );
  expect(saved.type).toBe("works");
  await performEmbedding({ sql: db.sql, log, secretBox, stop, ...askable }, baseId);
  fake.asked.length = 0;
}

async function look() {
  const { workspaceId } = shop;
  const { runId } = await withWorkspace(db.sql, workspaceId, (tx) => startRun(tx, workspaceId));
  await performLearning({ sql: db.sql, log, secretBox, stop, ...askable }, runId);
  const [run] = await db.sql<{ state: string }[]>`select state from learning_run where id = ${runId}`;
  expect(run?.state).toBe("done");
  const clusters = await db.sql<{ asks: number }[]>`
    select count(q.id)::int as asks from learning_cluster c join learning_question q on q.cluster_id = c.id
    where c.workspace_id = ${workspaceId} group by c.id order by asks desc`;
  return clusters.map(({ asks }) => asks);
}

const ask = async (...texts: readonly string[]) => {
  for (const text of texts) await seedUnanswered(db.sql, shop, { text });
};

test("questions that share no words and mean the same stand together, and later ones join them; words alone keep them apart", async () => {
  await ask("尺码不合适", "想寄回", "能拿收据报销么");
  expect(await look()).toEqual([1, 1, 1]);
  await db.sql`delete from learning_cluster where workspace_id = ${shop.workspaceId}`;
  await db.sql`delete from learning_question where workspace_id = ${shop.workspaceId}`;
  await db.sql`delete from learning_run where workspace_id = ${shop.workspaceId}`;
  await setUp();
  expect(await look()).toEqual([2, 1]);
  await ask("退货咯");
  expect(await look()).toEqual([3, 1]);
});

test("what is sent is masked", async () => {
  await setUp();
  await ask("不合适，电话13812345678", "想寄回");
  await look();
  expect(fake.asked.flat()).toHaveLength(2);
  expect(fake.asked.flat().join()).not.toMatch(/\d{2}|\*/);
});

test("a provider that fails changes nothing: the run ends, and words have grouped", async () => {
  await setUp();
  fake.answerAlways({ type: "status", status: 500 });
  await ask("尺码不合适", "想寄回");
  expect(await look()).toEqual([1, 1]);
});
