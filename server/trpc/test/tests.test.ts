import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { log } from "#server/log.ts";
import { performRun } from "#server/testing/perform-run.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;
const woken: string[] = [];

beforeAll(async () => {
  server = await createConsole({ background: { wake: (_, runId = "") => woken.push(runId) } });
  shop = await seedWorkspace({
    sql: server.database.sql,
    name: "shop",
    hash: (await server.auth.$context).password.hash,
  });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
});
afterAll(() => server.close());

// as: what our own procedures answer; each test looks at the fields it needs.
const data = <T>(answer: { readonly data: unknown }) => answer.data as T;

type Suite = {
  id: string;
  name: string;
  isRequired: boolean;
  tests: { id: string; name: string; outcome: unknown }[];
};

const listSuites = async () => data<Suite[]>(await owner.query("test.suites", { botId: shop.botId }));

const newTest = (name: string, suiteId: string | null = null) => ({
  ...{ botId: shop.botId, suiteId, locale: "zh-CN", name, source: "hand" },
  script: { turns: [{ does: { type: "say", text: "在吗" }, expect: [{ type: "ended", expected: false }] }] },
});

test("a talk with a customer is kept as a test: the same is said, and the same must be answered", async () => {
  const { sql } = server.database;
  const step = { flowId: "main", nodeId: "hello", kind: "message", port: "next", waits: null, input: null };
  await sql`insert into turn (conversation_id, number, workspace_id, epoch, steps, replay, duration_ms)
    values (${shop.conversationId}, 2, ${shop.workspaceId}, 1, ${sql.json([{ ...step, output: null, error: null }])}, '{}', 4)`;
  const kept = await owner.mutate("test.fromConversation", {
    ...{ conversationId: shop.conversationId, suiteId: null, locale: "zh-CN" },
  });
  expect(kept.data).toMatchObject({ name: "怎么退货 100%", suiteName: "常用对话", botId: shop.botId });
  const { testId } = data<{ testId: string }>(kept);
  expect((await owner.query("test.get", { testId })).data).toMatchObject({
    source: `conversation:${shop.conversationId}`,
    script: {
      expectStart: [{ type: "reply-equals", text: "您好，请问有什么可以帮您？" }],
      turns: [
        {
          does: { type: "say", text: "怎么退货 100%" },
          expect: [
            { type: "reply-equals", text: "签收后 7 天内可以无理由退货。" },
            { type: "node-visited", flowId: "main", nodeId: "hello" },
          ],
        },
      ],
    },
  });
});

test("kept talks share the default suite, whatever language their keeper reads", async () => {
  const first = data<{ suiteId: string }>(await owner.mutate("test.create", newTest("一")));
  const second = data<{ suiteId: string; suiteName: string }>(
    await editor.mutate("test.create", { ...newTest("二"), locale: "en" }),
  );
  expect(second).toMatchObject({ suiteId: first.suiteId, suiteName: "常用对话" });
});

test("tests are moved within a suite and to another one, and keep their order", async () => {
  const from = data<{ suiteId: string }>(
    await owner.mutate("test.createSuite", { botId: shop.botId, name: "甲" }),
  );
  const to = data<{ suiteId: string }>(
    await owner.mutate("test.createSuite", { botId: shop.botId, name: "乙" }),
  );
  const ids: string[] = [];
  for (const name of ["一", "二", "三"]) {
    ids.push(data<{ testId: string }>(await owner.mutate("test.create", newTest(name, from.suiteId))).testId);
  }
  await owner.mutate("test.move", { testId: ids[2], suiteId: from.suiteId, position: 0 });
  await owner.mutate("test.move", { testId: ids[0], suiteId: to.suiteId, position: 9 });
  const suites = await listSuites();
  const namesOf = (id: string) => suites.find((suite) => suite.id === id)?.tests.map(({ name }) => name);
  expect(namesOf(from.suiteId)).toEqual(["三", "二"]);
  expect(namesOf(to.suiteId)).toEqual(["一"]);
});

test("what publishing requires is changed by managers only, is written down, and is not deleted by the way", async () => {
  const { suiteId } = data<{ suiteId: string }>(
    await editor.mutate("test.createSuite", { botId: shop.botId, name: "必过" }),
  );
  expect((await editor.mutate("test.setRequired", { suiteId, isRequired: true })).code).toBe("forbidden");
  await owner.mutate("test.setRequired", { suiteId, isRequired: true });
  expect(await editor.mutate("test.deleteSuite", { suiteId })).toMatchObject({
    code: "conflict",
    facts: { reason: "suite_required" },
  });
  await owner.mutate("test.setRequired", { suiteId, isRequired: false });
  expect((await editor.mutate("test.deleteSuite", { suiteId })).status).toBe(200);
  const rows = await server.database.sql<{ action: string }[]>`
    select action from audit_entry where target = '必过' order by id`;
  expect(rows.map(({ action }) => action)).toEqual([
    "test-suite-required",
    "test-suite-made-optional",
    "test-suite-deleted",
  ]);
});

describe("a run", () => {
  const bundle = JSON.stringify({
    flow: {
      schema: 1,
      nodes: [
        {
          id: "start",
          kind: "start",
          version: 1,
          position: { x: 0, y: 0 },
          config: {},
          onError: { mode: "stop" },
        },
      ],
      edges: [],
    },
    subflows: {},
    faqSets: {},
  });
  const perform = (runId: string) =>
    performRun({ sql: server.database.sql, log, stop: new AbortController().signal }, runId);
  beforeAll(async () => {
    await listSuites();
    await server.database
      .sql`update flow_draft set bundle = ${bundle}::text::jsonb where bot_id = ${shop.botId}`;
  });

  test("wakes a worker after its commit, is followed to its end, and its outcome stands beside the test", async () => {
    const { testId } = data<{ testId: string }>(await owner.mutate("test.create", newTest("在吗")));
    const started = await owner.mutate("test.run", { botId: shop.botId, suiteIds: null, testId });
    const { runId } = data<{ runId: string }>(started);
    expect(woken).toContain(runId);
    expect((await owner.query("test.getRun", { runId })).data).toMatchObject({ state: "queued", total: 1 });
    await perform(runId);
    expect((await owner.query("test.getRun", { runId })).data).toMatchObject({
      state: "done",
      tests: [{ testId, passed: true }],
    });
    expect((await owner.query("test.getResult", { runId, testId })).data).toMatchObject({ passed: true });
    const listed = (await listSuites()).flatMap(({ tests }) => tests).find(({ id }) => id === testId);
    expect(listed?.outcome).toMatchObject({ passed: true, isCurrent: true, runId });

    await owner.mutate("test.update", { testId, name: "在吗", script: newTest("").script });
    const changed = (await listSuites()).flatMap(({ tests }) => tests).find(({ id }) => id === testId);
    expect(changed?.outcome).toMatchObject({ isCurrent: false });
  });

  test("of 5,000 questions is taken in one request, can be cancelled, and no more than five are open at once", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      question: `第 ${index} 个客户想知道，签收之后几天之内还可以退货，运费又由谁来出`,
      text: "7 天",
    }));
    const batch = { name: "一个月的问题.csv", locale: "zh-CN", rows };
    const started = await owner.mutate("test.startBatch", { botId: shop.botId, batch });
    expect(started.status).toBe(200);
    const { runId } = data<{ runId: string }>(started);
    const huge = { ...batch, rows: rows.map((row) => ({ ...row, text: "退".repeat(500) })) };
    expect((await owner.mutate("test.startBatch", { botId: shop.botId, batch: huge })).status).toBe(413);
    const open = [runId];
    for (let count = 1; count < 5; count += 1) {
      const next = await owner.mutate("test.startBatch", {
        botId: shop.botId,
        batch: { ...batch, rows: rows.slice(0, 1) },
      });
      open.push(data<{ runId: string }>(next).runId);
    }
    expect(await owner.mutate("test.startBatch", { botId: shop.botId, batch })).toMatchObject({
      code: "conflict",
      facts: { reason: "too_many_runs" },
    });
    for (const id of open) expect((await owner.mutate("test.cancelRun", { runId: id })).status).toBe(200);
    await perform(runId);
    expect((await owner.query("test.getRun", { runId })).data).toMatchObject({ state: "cancelled" });
    expect((await owner.query("test.getBatch", { runId })).data).toMatchObject({ answers: [] });
  });
});
