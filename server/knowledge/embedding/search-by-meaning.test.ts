import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { SeededBot } from "#e2e/support/seed-bot.ts";
import type { TestDatabase } from "#e2e/support/test-database.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { createSecretBox } from "../../auth/secret-box.ts";
import { withWorkspace } from "../../auth/with-workspace.ts";
import { log } from "../../log.ts";
import { createOutboundClient } from "../../net/create-outbound-client.ts";
import { createRuntime, type RuntimeHost } from "../../runtime/create-runtime.ts";
import { createPassageStore } from "../documents/search/passage-store.ts";
import { searchByMeaningToo } from "../documents/search/search-by-meaning-too.ts";
import { searchKnowledge } from "../documents/search/search-knowledge.ts";
import { ACTOR, askOnce, BASE_ID, openAnswering } from "../fixtures/open-answering.ts";
import { FAKE_KEY, FAKE_MODEL, type FakeProvider, startFakeProvider } from "./fixtures/fake-provider.ts";
import { noModels } from "./fixtures/no-models.ts";
import { createMeanings } from "./meanings.ts";
import { performEmbedding } from "./perform-embedding.ts";
import { saveProvider } from "./provider-settings.ts";
import { withMeaning } from "./with-meaning.ts";

/** From a question in other words than the document's to its passage. */

const secretBox = createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB");
const outbound = createOutboundClient({ allowCidr: ["127.0.0.0/8"] });
const TEXTS = [
  "退货须在签收后七天内提出。",
  "邮费满 99 元由我们承担。",
  "质保期两年，从购买日算。",
  "报销凭证随箱寄出。",
  "型号 AX-200 重 3 公斤。",
];

let db: TestDatabase;
let bot: SeededBot;
let fake: FakeProvider;

beforeAll(async () => {
  ({ db, bot } = await openAnswering({ kind: "kb-search", config: { likenessMin: 0.6 } }));
  const { workspaceId } = bot;
  const [document] = await db.sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, is_served, author_name)
    values (${BASE_ID}, ${workspaceId}, '手册.txt', 'upload', 'ready', true, '小林') returning id`;
  for (const [position, text] of TEXTS.entries())
    await db.sql`
      insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
      values (${document?.id ?? ""}, ${BASE_ID}, ${workspaceId}, ${text}, ${position}, '{}', ${text}, '{"chars":[0,1]}')`;
});
afterAll(() => db.drop());
beforeEach(async () => {
  fake = await startFakeProvider();
  return () => fake.close();
});

async function setProvider(): Promise<void> {
  const { workspaceId } = bot;
  await saveProvider(
    {
      inWorkspace: (work) => withWorkspace(db.sql, workspaceId, work),
      outbound,
      models: noModels,
      secretBox,
    },
    { workspaceId, actor: ACTOR, baseUrl: fake.baseUrl, model: FAKE_MODEL, apiKey: FAKE_KEY, batchSize: 16 },
  );
  await performEmbedding(
    { sql: db.sql, log, outbound, models: noModels, secretBox, stop: new AbortController().signal },
    BASE_ID,
  );
  fake.asked.length = 0;
}

const unset = () => db.sql`delete from embedding_provider where workspace_id = ${bot.workspaceId}`;
const start = () => createMeanings({ sql: db.sql, log, outbound, models: noModels, secretBox });

async function withRuntime(work: (runtime: RuntimeHost) => Promise<void>): Promise<void> {
  const meanings = start();
  await meanings.refresh();
  const runtime = createRuntime({ sql: db.sql, log, registry: nodeRegistry, tasks: [], meanings });
  await work(runtime);
  await runtime.drain(1_000);
}

async function ask(runtime: RuntimeHost, text: string) {
  const [first] = (await askOnce(runtime, bot, text)).parts;
  return first?.type === "text" ? first.text : null;
}

const QUESTION = "不合适能寄回去吗";

describe("a turn", () => {
  test("finds what means the same in other words, and asks once for each question, without personal data", async () => {
    await setProvider();
    await withRuntime(async (runtime) => {
      expect(await ask(runtime, QUESTION)).toBe("退货须在签收后七天内提出。");
      expect(await ask(runtime, QUESTION)).toBe("退货须在签收后七天内提出。");
      expect(fake.asked).toEqual([[QUESTION]]);
      expect(await ask(runtime, `${QUESTION}，我电话 13800138000`)).toBe("退货须在签收后七天内提出。");
      expect(fake.asked.flat().join()).not.toContain("13800138000");
    });
    await unset();
  });

  test("is answered by words when the provider is slow, within its time, and the next one does not wait at all", async () => {
    await setProvider();
    await withRuntime(async (runtime) => {
      fake.answerAlways({ type: "silence" });
      const startedAt = performance.now();
      expect(await ask(runtime, "型号 AX-200 重多少")).toBe("型号 AX-200 重 3 公斤。");
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      const asked = fake.asked.length;
      expect(await ask(runtime, "型号 AX-200 有多重")).toBe("型号 AX-200 重 3 公斤。");
      expect(fake.asked).toHaveLength(asked);
    });
    await unset();
  });

  test("asks nobody without a provider, and as soon as there is none any more", async () => {
    await setProvider();
    await withRuntime(async (runtime) => {
      await unset();
      await vi.waitFor(async () => expect(await ask(runtime, QUESTION)).toBe("没找到"), {
        timeout: 8_000,
        interval: 300,
      });
      fake.asked.length = 0;
      expect(await ask(runtime, "能寄回去吗")).toBe("没找到");
      expect(fake.asked).toEqual([]);
    });
  });
});

describe("without meanings", () => {
  test("work is done once, without a promise", () => {
    const work = vi.fn(() => "done");
    expect(withMeaning(null, work)).toBe("done");
    expect(work).toHaveBeenCalledTimes(1);
  });

  test.each([QUESTION, "AX-200 多重", "退货几天", "shipping"])(
    "%s finds to the byte what words find",
    async (question) => {
      const passages = createPassageStore({ sql: db.sql, log });
      const bases = await passages.getFresh({ workspaceId: bot.workspaceId, bases: [BASE_ID] });
      const search = {
        question,
        limit: 5,
        layers: ["documents"],
        tags: [],
        at: Date.now(),
        isForCustomers: true,
      } as const;
      expect(JSON.stringify(searchByMeaningToo(bases, search, () => null))).toBe(
        JSON.stringify(searchKnowledge(bases, search)),
      );
    },
  );
});

test("who names a part gets its passage first, whatever else means nearly the same", async () => {
  const passages = createPassageStore({ sql: db.sql, log });
  const bases = await passages.getFresh({ workspaceId: bot.workspaceId, bases: [BASE_ID] });
  const ids = [...(bases[0]?.passages.values() ?? [])];
  const near = ids.map(({ id, text }) => ({ id, likeness: text.includes("AX-200") ? 0.1 : 0.9 }));
  near.sort((a, b) => b.likeness - a.likeness);
  const search = {
    question: "AX-200 怎么退货",
    limit: 3,
    layers: ["documents"],
    tags: [],
    at: Date.now(),
    isForCustomers: true,
  } as const;
  const [first] = searchByMeaningToo(bases, search, () => near);
  expect(first).toMatchObject({ text: "型号 AX-200 重 3 公斤。", matchesCode: true, likeness: 0.1 });
});

test("a passage that meaning cannot know keeps the place that its words give it", async () => {
  const passages = createPassageStore({ sql: db.sql, log });
  const [base] = await passages.getFresh({ workspaceId: bot.workspaceId, bases: [BASE_ID] });
  if (base === undefined) throw new Error("the base has passages");
  const all = [...base.passages.values()];
  const search = {
    ...{ question: "质保期两年吗", limit: 1, tags: [], at: Date.now(), isForCustomers: true },
    layers: ["documents"] as const,
  };
  const best = all.find(({ text }) => text.startsWith("质保期"));
  const near = all.filter(({ id }) => id !== best?.id).map(({ id }) => ({ id, likeness: 0.9 }));
  const documents = new Map(
    [...base.documents].map(([id, document]) => [id, { ...document, dataClass: "important" as const }]),
  );
  for (const known of [base, { ...base, documents }])
    expect(searchByMeaningToo([known], search, () => near)[0]?.passageId).toBe(best?.id);
});

describe("the entries of a release", () => {
  const ENTRIES = {
    退货: ["退货", "我要退货", "怎么退货呢", "想退回商品", "东西寄回给你们"],
    运费: ["运费", "运费多少", "邮费怎么算", "快递费谁出", "要付邮费吗"],
    保修: ["保修", "保修多久", "质保期", "坏了怎么办", "能维修吗"],
    发票: ["发票", "开发票", "我要报销", "怎么开票", "发票抬头"],
    优惠: ["优惠", "有优惠吗", "能便宜点吗", "打折吗", "有没有打折"],
  };

  async function release(dataClass = "general"): Promise<void> {
    const ids = Object.keys(ENTRIES).map((_, place) => `0198f2a1-7b7e-7c3e-8d7a-00000000000${place}`);
    const entries = Object.entries(ENTRIES).map(([question, similar], place) => ({
      ...{ id: ids[place], question: { "zh-CN": question }, similar: similar.slice(1), dataClass },
    }));
    const [row] = await db.sql<{ id: string }[]>`
      insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, author_name)
      select ${BASE_ID}, ${bot.workspaceId}, count(*) + 1, ${db.sql.json({ entries, synonyms: [] })}, '{}', '', 5, '小林'
      from faq_release returning id`;
    await db.sql`update knowledge_base set live_release_id = ${row?.id ?? ""} where id = ${BASE_ID}`;
  }

  async function findEntries(text: string) {
    const meanings = start();
    await meanings.refresh();
    const asked = meanings.begin(bot.workspaceId);
    expect(asked?.findEntries(BASE_ID, text)).toBeNull();
    expect(asked?.isOpen()).toBe(true);
    await asked?.resolve();
    return asked?.findEntries(BASE_ID, text) ?? null;
  }

  test("are found by what means the same, above a bar of their own", async () => {
    await release();
    await setProvider();
    const alike = await findEntries("不合适，不想要了");
    expect(alike?.entries[0]?.id).toMatch(/0$/);
    expect(alike?.entries[0]?.likeness).toBeGreaterThan(alike?.bar ?? 1);
    const far = await findEntries("北京明天下雨");
    expect(far?.entries[0]?.likeness).toBeLessThan(far?.bar ?? 0);
    await unset();
  });

  test("of class important or core are never sent", async () => {
    await release("important");
    await db.sql`delete from base_vector`;
    await setProvider();
    expect(await findEntries("不合适，不想要了")).toBeNull();
    expect(await db.sql`select from base_vector`).toHaveLength(TEXTS.length);
    await unset();
  });
});
