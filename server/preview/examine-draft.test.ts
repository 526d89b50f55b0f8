import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import { examineDraft } from "./examine-draft.ts";

type Order = { readonly data: unknown; readonly msMax?: number };

const { orders } = vi.hoisted(() => {
  const orders: (Order & { done(): void })[] = [];
  return { orders };
});

// Threads that are done when the test says so.
vi.mock("../live/work-in-thread.ts", () => ({
  workInThread: (order: Order) =>
    new Promise((resolve) => {
      orders.push({ ...order, done: () => resolve({ asked: 0, right: 0, confusions: [] }) });
    }),
}));

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const toIntents = (name: string): LearnedPart => ({ type: "intents", intents: [{ id: "a", name }] });
const toFaq = (name: string): LearnedPart => ({
  type: "faq",
  sets: { [name]: { name, entries: [], synonyms: [] } },
});

test("of all that a workspace has examined, one part of each kind waits; others get their turn, and each has a time limit", async () => {
  const shop = await seedBot(db.sql, testBundle);
  const bank = await seedBot(db.sql, testBundle);
  const ask = async ({ workspaceId, botId }: typeof shop, part: LearnedPart) => {
    const examined = { type: "intents", flowId: "main", nodeId: "new" } as const;
    const question = { workspaceId, botId, examined, expects: "not saved", part };
    expect(await db.sql.begin((tx) => examineDraft(tx, question))).toEqual({ type: "learning" });
  };
  const parts = ["first", "second", "third"].map(toIntents);
  for (const part of parts) await ask(shop, part);
  await ask(shop, toFaq("questions"));
  await ask(bank, toIntents("of the bank"));
  await ask(shop, toIntents("fourth"));

  for (let at = 0; at < 4; at += 1) {
    await vi.waitFor(() => expect(orders).toHaveLength(at + 1));
    orders[at]?.done();
  }
  // What would wait behind them begins in a later turn of the event loop.
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(orders.map(({ data }) => data)).toEqual([
    toIntents("first"),
    toIntents("fourth"),
    { type: "faq", sets: { questions: { name: "", entries: [], synonyms: [] } } },
    toIntents("of the bank"),
  ]);
  expect(orders.every(({ msMax }) => msMax !== undefined)).toBe(true);
});
