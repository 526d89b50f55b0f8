import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { ThreadLost } from "../live/work-in-thread.ts";
import { log } from "../log.ts";
import { MODEL_FORMAT } from "../understanding/compile-classes.ts";
import { createRuntime } from "./create-runtime.ts";
import { createVersionStore } from "./load-version.ts";

const { lost, begun, held } = vi.hoisted(() => {
  const lost: Error[] = [];
  const begun: unknown[] = [];
  const held: Promise<void>[] = [];
  return { lost, begun, held };
});
vi.mock("../live/work-in-thread.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("../live/work-in-thread.ts");
  const workInThread: typeof real.workInThread = (order) => {
    begun.push(order.rank);
    const next = lost.shift();
    if (next !== undefined) return Promise.reject(next);
    return (held.shift() ?? Promise.resolve()).then(() => real.workInThread(order));
  };
  return { ...real, workInThread };
});

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});
afterAll(() => db.drop());

const intents = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "东西不想要了"] },
  { id: "ship", name: "物流", examples: ["快递到哪了", "什么时候发货", "查物流"] },
];
const bundle = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, ask: { kind: "intent", config: { intents } } },
    wires: ["start.next -> ask"],
  }),
);

test("what an older program learned is learned anew with its thresholds before it is asked, and kept for the next process", async () => {
  const { versionId } = await seedBot(db.sql, bundle);
  await db.sql`update flow_version set models = jsonb_set(jsonb_set(models, '{intents,main/ask,core,format}', '1'),
    '{intents,main/ask,thresholds}', '{"return": 0.99}') where id = ${versionId}`;

  const version = await createVersionStore({ sql: db.sql, registry: nodeRegistry }).get(versionId);

  const [row] = await db.sql<{ format: number; threshold: number }[]>`
    select (models #> '{intents,main/ask,core,format}')::int as format,
      (models #> '{intents,main/ask,thresholds,return}')::float as threshold from flow_version where id = ${versionId}`;
  expect(row?.format).toBe(MODEL_FORMAT);
  expect(row?.threshold).toBeLessThan(0.9);
  expect(version.matchIntent("main/ask", "我要退货")).toMatchObject({ outcome: "sure", intentId: "return" });
});

async function seedOlder(): Promise<string> {
  const { versionId } = await seedBot(db.sql, bundle);
  await db.sql`
    update flow_version set models = jsonb_set(models, '{intents,main/ask,core,format}', '1') where id = ${versionId}`;
  return versionId;
}

test("what cannot be learned anew is busy, never learned on the event loop, and tried again after a minute", async () => {
  for (const why of ["memory", "late", "killed"] as const) {
    const versionId = await seedOlder();
    const store = createVersionStore({ sql: db.sql, registry: nodeRegistry });
    const startedAt = Date.now();
    const now = vi.spyOn(Date, "now").mockReturnValue(startedAt);
    begun.length = 0;
    lost.push(new ThreadLost(why, ""));
    await expect(store.get(versionId)).rejects.toMatchObject({ code: "busy", againInMs: 60_000 });
    now.mockReturnValue(startedAt + 59_000);
    await expect(store.get(versionId)).rejects.toMatchObject({ code: "busy", againInMs: 1_000 });
    expect(begun).toEqual(["customers"]);
    now.mockReturnValue(startedAt + 60_000);
    expect((await store.get(versionId)).matchIntent("main/ask", "我要退货")).toMatchObject({
      outcome: "sure",
    });
    expect(begun).toHaveLength(2);
    now.mockRestore();
  }
});

test("content that cannot be learned is still asked as it is, and what a stop cut off is not kept waiting", async () => {
  const store = createVersionStore({ sql: db.sql, registry: nodeRegistry });
  lost.push(new ThreadLost("failed", ""), new ThreadLost("stopped", ""));
  expect((await store.get(await seedOlder())).hasMatchers).toBe(true);
  await expect(store.get(await seedOlder())).rejects.toMatchObject({ code: "busy", againInMs: 0 });
});

async function openTalk() {
  const bot = await seedBot(db.sql, bundle);
  const open = () => createRuntime({ sql: db.sql, log, registry: nodeRegistry, tasks: [] });
  const before = open();
  const { conversationId } = await before.startConversation({
    ...{ botId: bot.botId, channel: "web", locale: "zh-CN", context: {} },
    ...{ contactKey: "visitor:1", isVerified: false, contactName: null },
  });
  await before.drain(1_000);
  await db.sql`
    update flow_version set models = jsonb_set(models, '{intents,main/ask,core,format}', '1') where id = ${bot.versionId}`;
  begun.length = 0;
  return { ref: { ...bot, conversationId }, host: open() };
}

const message = { clientId: "1", text: "我要退货", choice: null, attachments: [] };

test("a customer's message rests until it can be learned again, instead of using up its tries; a start goes on", async () => {
  const { ref, host } = await openTalk();
  lost.push(new ThreadLost("memory", ""));
  await host.receiveMessage(ref, message);
  const [row] = await db.sql`
    select pending, wake_at > now() + interval '50 seconds' as rests, crashes
    from conversation c join inbound i on i.conversation_id = c.id and i.client_id = '1' where c.id = ${ref.conversationId}`;
  expect(row).toEqual({ pending: 1, rests: true, crashes: 0 });
  expect(begun).toEqual(["customers"]);
  await host.warmUp();
  await host.drain(1_000);
});

test("a turn does not wait long for what is being learned: its message is kept, nobody holds the talk, no crash counts", async () => {
  const { ref, host } = await openTalk();
  const learning = Promise.withResolvers<void>();
  held.push(learning.promise);
  const standing = async () => {
    const [row] = await db.sql<{ epoch: number; isHeld: boolean; crashes: number; state: string }[]>`
      select epoch::int, lease_owner is not null as "isHeld", crashes, i.state
      from conversation c join inbound i on i.conversation_id = c.id and i.client_id = '1' where c.id = ${ref.conversationId}`;
    return row;
  };
  // While somebody polls with `waitFor`, this clock goes on by itself.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const poll = { interval: 50, timeout: 20_000 };
  const receiving = host.receiveMessage(ref, message);
  await vi.waitFor(() => expect(begun).toEqual(["customers"]), poll);
  await vi.advanceTimersByTimeAsync(4_000);
  expect((await receiving).status).toBe("working");
  const kept = await standing();
  expect(kept).toMatchObject({ isHeld: false, crashes: 0, state: "pending" });

  await db.sql`update conversation set wake_at = null where id = ${ref.conversationId}`;
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(async () => expect(await standing()).toMatchObject({ isHeld: true, crashes: 1 }), poll);
  await vi.waitFor(async () => expect(await standing()).toMatchObject({ isHeld: false }), poll);
  expect(await standing()).toEqual({ ...kept, epoch: (kept?.epoch ?? 0) + 1 });

  vi.useRealTimers();
  learning.resolve();
  await host.warmUp();
  await db.sql`update conversation set wake_at = null where id = ${ref.conversationId}`;
  host.startWork();
  await vi.waitFor(async () => expect(await standing()).toMatchObject({ state: "done" }), 10_000);
  expect(begun).toEqual(["customers"]);
  await host.drain(1_000);
}, 40_000);
