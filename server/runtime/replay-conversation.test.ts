import { afterAll, beforeAll, expect, test } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { createTestTask, testBundle, testRegistry } from "#e2e/support/test-kinds.ts";
import { log } from "../log.ts";
import { acceptInbound } from "./accept-inbound.ts";
import { createRuntime } from "./create-runtime.ts";
import { toLoadedVersion } from "./load-version.ts";
import { replayConversation } from "./replay-conversation.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("the log of a talk alone gives the same session and the same messages (I5)", async () => {
  const bot = await seedBot(db.sql, testBundle);
  const { task } = createTestTask(async (input) => input);
  const host = createRuntime({ sql: db.sql, log, registry: testRegistry, tasks: [task] });
  const { conversationId } = await host.startConversation({
    botId: bot.botId,
    channel: "web",
    locale: "en",
    contactKey: "visitor:1",
    isVerified: false,
    contactName: null,
    context: { page: "/cart" },
  });
  const ref = { conversationId, botId: bot.botId, workspaceId: bot.workspaceId };
  for (const text of ["a", "boom", "b", "task x", "kept meanwhile"]) {
    await host.receiveMessage(ref, { clientId: `m-${text}`, text, choice: null, attachments: [] });
  }
  await host.handleJob({ name: "perform-call", conversationId, callId: await openCallOf(conversationId) });
  await host.drain(1_000);

  const models = { intents: {}, faqs: {} };
  const version = toLoadedVersion({
    versionId: bot.versionId,
    bundle: testBundle,
    models,
    registry: testRegistry,
  });
  const replay = await replayConversation(db.sql, conversationId, version);
  const [stored] = await db.sql`select session from conversation where id = ${conversationId}`;
  const said =
    await db.sql`select turn, parts from message where conversation_id = ${conversationId} and role = 'bot' order by seq`;
  expect(replay.session).toEqual(stored?.session);
  expect(replay.said).toEqual([...said]);
  expect(said.length).toBeGreaterThan(5);
});

test("what the kernel had no part in (a person's turns, an event given up, an end from outside) is done again too (I5)", async () => {
  const bot = await seedBot(db.sql, testBundle);
  const { task } = createTestTask(async (input) => input);
  const host = createRuntime({ sql: db.sql, log, registry: testRegistry, tasks: [task] });
  const { conversationId } = await host.startConversation({
    ...{ botId: bot.botId, channel: "web", locale: "en", context: {} },
    ...{ contactKey: "visitor:2", isVerified: false, contactName: null },
  });
  const ref = { conversationId, botId: bot.botId, workspaceId: bot.workspaceId };
  const say = (text: string) =>
    host.receiveMessage(ref, { clientId: text, text, choice: null, attachments: [] });
  const own = (owner: string) =>
    db.sql`update conversation set owner = ${owner}, status = 'waiting', epoch = epoch + 1 where id = ${conversationId}`;
  const expectSame = async () => {
    const version = toLoadedVersion({
      ...{ versionId: bot.versionId, bundle: testBundle, registry: testRegistry },
      models: { intents: {}, faqs: {} },
    });
    const replay = await replayConversation(db.sql, conversationId, version);
    const [stored] = await db.sql`select session from conversation where id = ${conversationId}`;
    const said =
      await db.sql`select turn, parts from message where conversation_id = ${conversationId} and role = 'bot' order by seq`;
    expect(replay.session).toEqual(stored?.session);
    expect(replay.said).toEqual([...said]);
    return said.length;
  };

  await say("task x");
  await own("human");
  await host.handleJob({ name: "perform-call", conversationId, callId: await openCallOf(conversationId) });
  const poison = { type: "message-received", messageId: "p", text: "p", choice: null, attachments: [] };
  await acceptInbound(db.sql, {
    ...{ ...ref, clientId: "p", kind: "message", body: poison, waitMs: 0, crashes: 3 },
  });
  await say("to the person");
  const kept = await db.sql`
    select i.client_id as "clientId", state from message m join inbound i using (conversation_id, client_id)
    where conversation_id = ${conversationId} order by m.seq`;
  expect([...kept].slice(-2)).toEqual([
    { clientId: "p", state: "dead" },
    { clientId: "to the person", state: "done" },
  ]);
  await own("bot");
  const fresh = createRuntime({ sql: db.sql, log, registry: testRegistry, tasks: [] });
  await fresh.receiveMessage(ref, { clientId: "b", text: "b", choice: null, attachments: [] });
  expect(await expectSame()).toBe(2);
  await host.endConversation(ref, "by-customer");
  expect(await expectSame()).toBe(2);
  await Promise.all([host.drain(1_000), fresh.drain(1_000)]);
});

async function openCallOf(conversationId: string): Promise<string> {
  const [call] = await db.sql<
    { id: string }[]
  >`select call_id as id from queued_call where conversation_id = ${conversationId}`;
  return call?.id ?? "";
}
