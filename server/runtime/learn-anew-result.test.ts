import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createTestTask, testRegistry } from "#e2e/support/test-kinds.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { ThreadLost } from "../live/work-in-thread.ts";
import { log } from "../log.ts";
import { createRuntime } from "./create-runtime.ts";

const { lost } = vi.hoisted(() => {
  const lost: Error[] = [];
  return { lost };
});
vi.mock("../live/work-in-thread.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("../live/work-in-thread.ts");
  const workInThread: typeof real.workInThread = (order) => {
    const next = lost.shift();
    return next === undefined ? real.workInThread(order) : Promise.reject(next);
  };
  return { ...real, workInThread };
});

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => db.drop());

const intents = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "东西不想要了"] },
  { id: "ship", name: "物流", examples: ["快递到哪了", "什么时候发货", "查物流"] },
];
const bundle = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, task: { kind: "task" }, ask: { kind: "intent", config: { intents } } },
    wires: ["start.next -> task", "task.next -> ask"],
  }),
);

/** A talk whose step is under way while an update makes what its version has learned too old. */
async function openTalk() {
  const bot = await seedBot(db.sql, bundle);
  const { task, runs } = createTestTask(async () => "ready");
  const registry = { ...testRegistry, ...nodeRegistry };
  const open = () => createRuntime({ sql: db.sql, log, registry, tasks: [task] });
  const before = open();
  const { conversationId, status } = await before.startConversation({
    ...{ botId: bot.botId, channel: "web", locale: "zh-CN", context: {} },
    ...{ contactKey: "visitor:1", isVerified: false, contactName: null },
  });
  await before.drain(1_000);
  expect(status).toBe("working");
  await db.sql`
    update flow_version set models = jsonb_set(models, '{intents,main/ask,core,format}', '1') where id = ${bot.versionId}`;
  const [call] = await db.sql<{ callId: string }[]>`
    select call_id as "callId" from queued_call where conversation_id = ${conversationId}`;
  const job = { name: "perform-call", conversationId, callId: call?.callId ?? "" } as const;
  return { ref: { ...bot, conversationId }, host: open(), job, runs };
}

/** It rests for a minute; a part of that tells it from the 1.5 s of a turn that did not wait, on a slow machine as well. */
const standingOf = async (conversationId: string) => {
  const [row] = await db.sql`
    select c.status, c.pending, c.lease_owner as holder, coalesce(c.wake_at > now() + interval '5 seconds', false) as rests,
      i.state, i.crashes, q.state as call,
      (select count(*)::int from message m where m.conversation_id = c.id and m.parts->0->>'text' = 'done: "ready"') as said
    from conversation c join queued_call q on q.conversation_id = c.id
    left join inbound i on i.conversation_id = c.id and i.kind = 'call-result' where c.id = ${conversationId}`;
  return row;
};

const resting = {
  status: "working",
  holder: null,
  rests: true,
  state: "pending",
  crashes: 0,
  call: "consumed",
  said: 0,
};
const taken = { status: "waiting", pending: 0, state: "done", call: "consumed", said: 1 };

test("a step's result for what cannot be learned yet is kept, rests, and is given to the flow once when it can", async () => {
  const { ref, host, job, runs } = await openTalk();
  const { conversationId } = ref;
  const startedAt = Date.now();
  lost.push(new ThreadLost("memory", ""));
  await host.handleJob(job);
  expect(await standingOf(conversationId)).toMatchObject({ ...resting, pending: 1 });
  // Neither a second delivery nor a message of the customer's moves it.
  await host.handleJob(job);
  const message = { clientId: "1", text: "我要退货", choice: null, attachments: [] };
  expect((await host.receiveMessage(ref, message)).status).toBe("working");
  expect(await standingOf(conversationId)).toMatchObject({ ...resting, pending: 2 });

  vi.spyOn(Date, "now").mockReturnValue(startedAt + 61_000);
  await host.warmUp();
  await db.sql`update conversation set wake_at = null where id = ${conversationId}`;
  await host.receiveMessage(ref, message);
  expect(await standingOf(conversationId)).toMatchObject(taken);
  expect(runs()).toBe(1);
  await host.drain(1_000);
}, 60_000);

test("a step's result whose learning a stop cut off is given to the flow by the next try, once", async () => {
  const { ref, host, job, runs } = await openTalk();
  lost.push(new ThreadLost("stopped", ""));
  await host.handleJob(job);
  await host.warmUp();
  // On a slow machine the next try did not wait for the end of the learning, and rests.
  await db.sql`update conversation set wake_at = null where id = ${ref.conversationId}`;
  await host.receiveMessage(ref, { clientId: "1", text: "我要退货", choice: null, attachments: [] });
  expect(await standingOf(ref.conversationId)).toMatchObject(taken);
  expect(runs()).toBe(1);
  await host.drain(1_000);
}, 60_000);
