import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, startEngine } from "#server/boot/start-engine.ts";
import { connect, type Sql } from "#server/db/connect.ts";
import { log } from "#server/log.ts";
import type { ConversationRef } from "#server/runtime/contract.ts";
import { type SeededBot, seedBot } from "../support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { createTestTask, testBundle, testRegistry } from "../support/test-kinds.ts";
import { findViolations, untilDrained } from "./check-invariants.ts";
import type { Talk } from "./customers.ts";

/** Several programs on one database that hear the same messages within the same milliseconds. Nothing is killed: the races alone are enough. */

const PROGRAMS = 4;
const CUSTOMERS = 8;
const MESSAGES = 20;
/** A message comes once to four times, to any program, this much apart at most. */
const COPIES_MAX = 4;
const APART_MS = 6;
const TASK_SHARE = 0.4;
const TASK_MS = 20;
const ROUNDS = 8;

let database: TestDatabase;
let bot: SeededBot;
const engines: Engine[] = [];
const connections: Sql[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  bot = await seedBot(database.sql, testBundle);
  const { task } = createTestTask(async (input) => {
    await delay(Math.random() * TASK_MS);
    return input;
  });
  for (let i = 0; i < PROGRAMS; i += 1) {
    const sql = connect(database.url, { max: 6, applicationName: `contention-${i}` });
    connections.push(sql);
    engines.push(
      await startEngine({
        ...{ env: { JIEDA_ROLE: "all" }, sql, databaseUrl: database.url },
        ...{ registry: testRegistry, tasks: [task], log },
      }),
    );
  }
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.drain().then(engine.close)));
  await Promise.all(connections.map((sql) => sql.end()));
  await database.drop();
});

test("programs that hear the same messages at once answer each of them once and in order", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const talks = await Promise.all(Array.from({ length: CUSTOMERS }, letTalk));
    await untilDrained(database.sql);
    expect(await findViolations(database.sql, talks, 0)).toEqual([]);
  }
});

async function letTalk(): Promise<Talk> {
  const { conversationId, token } = await anyRuntime().startConversation({
    ...{ botId: bot.botId, channel: "web", locale: "en", contactKey: `visitor:${crypto.randomUUID()}` },
    ...{ isVerified: false, contactName: null, context: {} },
  });
  const ref = { conversationId, workspaceId: bot.workspaceId, botId: bot.botId };
  const accepted: Talk["accepted"] = [];
  for (let i = 1; i <= MESSAGES; i += 1) {
    const message = { id: crypto.randomUUID(), text: Math.random() < TASK_SHARE ? `task ${i}` : `m${i}` };
    const copies = 1 + Math.floor(Math.random() * COPIES_MAX);
    await Promise.all(Array.from({ length: copies }, () => send(ref, message)));
    accepted.push(message);
  }
  return { conversationId, token, accepted };
}

async function send(ref: ConversationRef, { id, text }: { id: string; text: string }): Promise<void> {
  await delay(Math.random() * APART_MS);
  // Every refusal fails the test, also one that a client would repeat: no process was stopped and no limit reached.
  await anyRuntime().receiveMessage(ref, { clientId: id, text, choice: null, attachments: [] });
}

function anyRuntime(): Engine["runtime"] {
  const engine = engines[Math.floor(Math.random() * engines.length)];
  if (!engine) throw new Error("no program runs");
  return engine.runtime;
}
