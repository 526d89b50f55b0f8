import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle, testRegistry } from "#e2e/support/test-kinds.ts";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import { createRuntime } from "./create-runtime.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("a refused token costs the same work whether the talk is unknown, at hand or on disk", async () => {
  let reads = 0;
  const sql = postgres(db.url, {
    max: 1,
    debug: () => {
      reads += 1;
    },
  });
  const bot = await seedBot(db.sql, testBundle);
  const open = () => createRuntime({ sql, log, registry: testRegistry, tasks: [] });
  const host = open();
  const person = { contactKey: "visitor:1", isVerified: false, contactName: null, context: {} };
  const { conversationId, token } = await host.startConversation({
    botId: bot.botId,
    channel: "web",
    locale: "en",
    ...person,
  });
  const costOf = async (at: typeof host, id: string, given: string): Promise<number> => {
    const before = reads;
    await expect(at.authorize(id, given)).rejects.toEqual(new AppError("not_found"));
    return reads - before;
  };
  const unknown = await costOf(host, crypto.randomUUID(), token);
  expect(await costOf(host, conversationId, "wrong")).toBe(unknown);
  expect(await costOf(open(), conversationId, "wrong")).toBe(unknown);
  const before = reads;
  await host.authorize(conversationId, token);
  expect(reads - before).toBe(0);
  await sql.end();
});
