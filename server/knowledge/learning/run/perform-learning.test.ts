import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { noModels } from "#server/knowledge/embedding/fixtures/no-models.ts";
import { log } from "#server/log.ts";
import { createOutboundClient } from "#server/net/create-outbound-client.ts";
import { seedTalk, seedUnanswered } from "#server/trpc/fixtures/seed-turns.ts";
import { type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import * as opening from "../open-learning-thread.ts";
import { performLearning } from "./perform-learning.ts";
import { findOpenRuns, planNightlyRuns, startRun, toNightBegan } from "./start-run.ts";

vi.mock("../open-learning-thread.ts", { spy: true });

let database: TestDatabase;
let shop: SeededWorkspace;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shop = await seedWorkspace({
    sql: database.sql,
    name: `shop-${randomUUID().slice(0, 8)}`,
    hash: async () => "x",
  });
});

const stop = new AbortController().signal;
const deps = {
  ...{ log, models: noModels, outbound: createOutboundClient({ allowCidr: [] }) },
  secretBox: createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB"),
};
const perform = (runId: string) => performLearning({ sql: database.sql, stop, ...deps }, runId);

async function look(): Promise<string> {
  const { runId } = await withWorkspace(database.sql, shop.workspaceId, (tx) =>
    startRun(tx, shop.workspaceId),
  );
  await perform(runId);
  return runId;
}

const listQuestions = () => database.sql<{ text: string; signals: string[] }[]>`
  select text, signals from learning_question where workspace_id = ${shop.workspaceId} order by asked_at, turn`;

const listClusters = () => database.sql<{ id: string; title: string; state: string; asks: number }[]>`
  select c.id, c.title, c.state, count(q.id)::int as asks from learning_cluster c
  left join learning_question q on q.cluster_id = c.id
  where c.workspace_id = ${shop.workspaceId} group by c.id order by asks desc, title`;

test("questions that went badly are put down once, masked, with what went wrong", async () => {
  const { sql } = database;
  await seedTalk(sql, shop, {
    turns: [
      { text: null },
      { text: "你好", understood: "miss", steps: [{ kind: "fallback", port: "retry" }] },
      {
        text: "能开英文发票吗，我的手机是13812345678",
        understood: "miss",
        steps: [{ kind: "faq", port: "miss" }],
      },
      { text: "张三", steps: [] },
      { text: "积分怎么用", steps: [{ kind: "faq", port: "suggest" }] },
      { text: "都不是", understood: "miss", steps: [{ kind: "clarify", port: "none" }] },
      { text: "保修多久", understood: "hit", steps: [{ kind: "faq", port: "hit" }], isRatedDown: true },
      { text: "沙发能送货上门吗", understood: "hit", steps: [{ kind: "faq", port: "hit" }] },
      { text: "转人工", repair: "human" },
    ],
  });
  await look();
  const found = [
    { text: "能开英文发票吗，我的手机是13*******78", signals: ["unanswered"] },
    { text: "积分怎么用", signals: ["low_confidence"] },
    { text: "保修多久", signals: ["thumbs_down"] },
    { text: "沙发能送货上门吗", signals: ["handed_over"] },
  ];
  expect(await listQuestions()).toEqual(found);
  await look();
  expect(await listQuestions()).toEqual(found);
});

test("who asks the same again, or says that they were not understood, is heard; a later rating is added", async () => {
  const { sql } = database;
  const conversationId = await seedTalk(sql, shop, {
    turns: [
      { text: "定制柜子要等多久", understood: "hit", steps: [{ kind: "faq", port: "hit" }] },
      { text: "定制的柜子要等多久啊", understood: "hit", steps: [{ kind: "faq", port: "hit" }] },
      { text: "餐桌能定做尺寸吗", understood: "hit", steps: [{ kind: "faq", port: "hit" }] },
      { text: "答非所问", understood: "miss", steps: [{ kind: "fallback", port: "retry" }] },
    ],
  });
  await look();
  expect(await listQuestions()).toEqual([
    { text: "定制柜子要等多久", signals: ["re_asked"] },
    { text: "餐桌能定做尺寸吗", signals: ["re_asked"] },
  ]);
  await sql`insert into rating (workspace_id, bot_id, conversation_id, message_id, value)
    select workspace_id, ${shop.botId}, conversation_id, id, 'down' from message
    where conversation_id = ${conversationId} and turn = 1 and role = 'bot'`;
  await look();
  expect((await listQuestions())[0]?.signals).toEqual(["re_asked", "thumbs_down"]);
});

test("a person asked for by a handoff node counts like one asked for by word", async () => {
  await seedTalk(database.sql, shop, {
    turns: [
      {
        text: "我要投诉安装师傅",
        understood: "hit",
        steps: [{ kind: "intent", port: "complaint" }],
        isHandedOver: true,
      },
    ],
  });
  await look();
  expect(await listQuestions()).toEqual([{ text: "我要投诉安装师傅", signals: ["handed_over"] }]);
});

test("clusters keep their identity: what is asked later joins them", async () => {
  const { sql } = database;
  for (const text of ["能寄到香港吗", "可以寄到香港吗", "香港能寄吗", "能开英文发票吗", "可以开英文发票吗"])
    await seedUnanswered(sql, shop, { text });
  await look();
  const first = await listClusters();
  expect(first.map(({ asks }) => asks)).toEqual([3, 2]);
  await seedUnanswered(sql, shop, { text: "你们能寄到香港吗" });
  await seedUnanswered(sql, shop, { text: "英文发票可以开吗" });
  await look();
  const second = await listClusters();
  expect(second.map(({ id, asks }) => [id, asks])).toEqual([
    [first[0]?.id, 4],
    [first[1]?.id, 3],
  ]);
});

test("what was ignored stays away until several people ask it anew", async () => {
  const { sql } = database;
  await seedUnanswered(sql, shop, { text: "你们老板是谁" });
  await look();
  await sql`update learning_cluster set state = 'ignored', decided_at = now() where workspace_id = ${shop.workspaceId}`;
  const one = randomUUID();
  for (const _ of [1, 2, 3]) await seedUnanswered(sql, shop, { text: "你们老板是谁", contactId: one });
  await look();
  expect(await listClusters()).toMatchObject([{ state: "ignored", asks: 4 }]);
  await seedUnanswered(sql, shop, { text: "你们的老板是谁啊" });
  await look();
  expect(await listClusters()).toMatchObject([{ state: "open", asks: 5 }]);
});

test("two who ask for a look get the same one; a run that nobody holds is found, one under way is left alone", async () => {
  const { sql } = database;
  const ask = () => withWorkspace(sql, shop.workspaceId, (tx) => startRun(tx, shop.workspaceId));
  const [first, second] = [await ask(), await ask()];
  expect(second).toEqual({ runId: first.runId, isNew: false });
  expect(await findOpenRuns(sql)).toContain(first.runId);
  await sql`update learning_run set state = 'running', lease_until = now() + interval '1 min' where id = ${first.runId}`;
  expect(await findOpenRuns(sql)).not.toContain(first.runId);
  await perform(first.runId);
  expect(await sql`select state from learning_run where id = ${first.runId}`).toEqual([{ state: "running" }]);
});

test("a run whose worker died goes on elsewhere, and one that killed three is given up", async () => {
  const { sql } = database;
  await seedUnanswered(sql, shop, { text: "能开英文发票吗" });
  const leave = async (attempts: number) => {
    const [run] = await sql<{ id: string }[]>`
      insert into learning_run (workspace_id, reason, state, attempts, lease_until)
      values (${shop.workspaceId}, 'asked', 'running', ${attempts}, now() - interval '1 s') returning id`;
    await perform(run?.id ?? "");
    return sql`select state, found from learning_run where id = ${run?.id ?? ""}`;
  };
  expect(await leave(3)).toEqual([{ state: "failed", found: 0 }]);
  expect(await leave(2)).toEqual([{ state: "done", found: 1 }]);
});

test("a run that is to stop is given back, and counts as no try", async () => {
  const { runId } = await withWorkspace(database.sql, shop.workspaceId, (tx) =>
    startRun(tx, shop.workspaceId),
  );
  await performLearning({ sql: database.sql, ...deps, stop: AbortSignal.abort() }, runId);
  expect(await database.sql`select state, attempts from learning_run where id = ${runId}`).toEqual([
    { state: "queued", attempts: 0 },
  ]);
});

test("a run is given back at once while its thread computes, however long that would go on", async () => {
  const { sql } = database;
  const drain = new AbortController();
  const busy = new Worker("for (;;);", { eval: true });
  vi.mocked(opening.openLearningThread).mockReturnValueOnce({
    ask: () => {
      drain.abort();
      return new Promise((_resolve, reject) => busy.once("exit", () => reject(new Error("it ended"))));
    },
    close: async () => void (await busy.terminate()),
  });
  const { runId } = await withWorkspace(sql, shop.workspaceId, (tx) => startRun(tx, shop.workspaceId));
  await performLearning({ sql, ...deps, stop: drain.signal }, runId);
  expect(await sql`select state, attempts, lease_until from learning_run where id = ${runId}`).toEqual([
    { state: "queued", attempts: 0, lease_until: null },
  ]);
});

test("every workspace gets one run a night, however many processes plan it", async () => {
  const { sql } = database;
  const night = toNightBegan(new Date());
  await planNightlyRuns(sql, night);
  const listRuns = () => sql`select reason from learning_run where workspace_id = ${shop.workspaceId}`;
  // Nobody had talked before this night.
  expect(await listRuns()).toEqual([]);
  await sql`update conversation set created_at = now() - interval '2 days' where workspace_id = ${shop.workspaceId}`;
  await Promise.all([planNightlyRuns(sql, night), planNightlyRuns(sql, night)]);
  await planNightlyRuns(sql, night);
  expect(await listRuns()).toEqual([{ reason: "nightly" }]);
});

test("the night begins at three in China, today or yesterday, wherever the machine stands", () => {
  const toNight = (now: string) => toNightBegan(new Date(now)).toISOString();
  expect(toNight("2026-11-27T04:05:00+08:00")).toBe("2026-11-26T19:00:00.000Z");
  expect(toNight("2026-11-27T02:05:00+08:00")).toBe("2026-11-25T19:00:00.000Z");
  expect(toNight("2026-11-27T03:00:00+08:00")).toBe("2026-11-26T19:00:00.000Z");
});
