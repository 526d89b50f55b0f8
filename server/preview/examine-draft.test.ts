import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { toExaminedKey } from "#flows/preview/examined-part.ts";
import { fingerprint } from "#flows/preview/fingerprint.ts";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import { examineDraft, listExaminations } from "./examine-draft.ts";
import { keepExamination } from "./kept-examinations.ts";

type Order = { readonly data: unknown; readonly msMax: number };

const { orders, REPORT } = vi.hoisted(() => {
  const orders: (Order & { done(): void })[] = [];
  const REPORT = { asked: 0, right: 0, confusions: [], taken: [], measured: { answered: 0, right: 0 } };
  return { orders, REPORT };
});

// Threads that are done when the test says so.
vi.mock("../live/work-in-thread.ts", () => ({
  workInThread: (order: Order) =>
    new Promise((resolve) => {
      orders.push({ ...order, done: () => resolve(REPORT) });
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
  orders.length = 0;
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
  expect(orders.map(({ data }) => data)).toEqual(
    [
      toIntents("first"),
      toIntents("fourth"),
      { type: "faq", sets: { questions: { name: "", entries: [], synonyms: [] } } },
      toIntents("of the bank"),
    ].map((part) => ({ part, words: [] })),
  );
  expect(orders.every(({ msMax }) => msMax > 0)).toBe(true);
});

type Seeded = Awaited<ReturnType<typeof seedBot>>;

const intents = ["退货", "换货"].map((name, at) => ({ id: `i${at}`, name, examples: [`我要${name}`] }));
const examined = { type: "intents", flowId: "main", nodeId: "ask" } as const;
const draft = bundleSchema.parse(
  drawBundle({ nodes: { start: { kind: "start" }, ask: { kind: "intent", config: { intents } } } }),
);

async function saveDraft({ workspaceId, botId }: Seeded, bundle: Bundle): Promise<void> {
  await db.sql`
    insert into flow_draft (bot_id, workspace_id, bundle, rev)
    values (${botId}, ${workspaceId}, ${JSON.stringify(bundle)}::text::jsonb, 1)
    on conflict (bot_id) do update set bundle = excluded.bundle, rev = flow_draft.rev + 1`;
}

function examineSaved({ workspaceId, botId }: Seeded, part: LearnedPart = { type: "intents", intents }) {
  const question = { workspaceId, botId, examined, expects: fingerprint(part), part };
  return db.sql.begin((tx) => examineDraft(tx, question));
}

async function examineToItsEnd(shop: Seeded): Promise<void> {
  await saveDraft(shop, draft);
  orders.length = 0;
  await examineSaved(shop);
  await vi.waitFor(() => expect(orders).toHaveLength(1));
  orders[0]?.done();
  await vi.waitFor(async () => expect(await examineSaved(shop)).toMatchObject({ type: "examined" }));
}

/** As a process that has just been started. */
async function importAnew() {
  vi.resetModules();
  return await import("./examine-draft.ts");
}

test("a report outlives the process: who opens the bot sees it at once, and nothing is examined again", async () => {
  const shop = await seedBot(db.sql, testBundle);
  await saveDraft(shop, draft);
  const list = () => db.sql.begin((tx) => listExaminations(tx, shop));
  expect(await list()).toEqual([]);
  orders.length = 0;
  expect(await examineSaved(shop)).toEqual({ type: "learning" });
  await vi.waitFor(() => expect(orders).toHaveLength(1));
  orders[0]?.done();
  await vi.waitFor(async () => {
    expect(await examineSaved(shop)).toEqual({ type: "examined", report: REPORT });
  });
  const kept = [{ key: toExaminedKey(draft, examined), report: REPORT }];
  expect(await list()).toEqual(kept);

  const restarted = await importAnew();
  expect(await db.sql.begin((tx) => restarted.listExaminations(tx, shop))).toEqual(kept);
  const question = { ...shop, examined, expects: fingerprint({ type: "intents", intents }) };
  expect(await db.sql.begin((tx) => restarted.examineDraft(tx, question))).toEqual({
    ...{ type: "examined", report: REPORT },
  });
  expect(orders).toHaveLength(1);
});

test("a threshold changes no report; an example, a word of the workspace and another workspace ask for a new one", async () => {
  const shop = await seedBot(db.sql, testBundle);
  await examineToItsEnd(shop);

  const careful = intents.map((intent) => ({ ...intent, threshold: 0.8 }));
  expect(await examineSaved(shop, { type: "intents", intents: careful })).toMatchObject({ type: "examined" });
  await db.sql`insert into faq_synonym (workspace_id, words) values (${shop.workspaceId}, ${["退货", "退掉"]})`;
  expect(await examineSaved(shop)).toEqual({ type: "learning" });
  await vi.waitFor(() => expect(orders).toHaveLength(2));
  expect(orders[1]?.data).toMatchObject({ words: [["退货", "退掉"]] });
  expect(await db.sql.begin((tx) => listExaminations(tx, shop))).toEqual([]);
  orders[1]?.done();
});

test("a report that is looked at is not the first to go, however long this process has known it", async () => {
  const shop = await seedBot(db.sql, testBundle);
  await examineToItsEnd(shop);

  const { workspaceId } = shop;
  const age = () => db.sql`
    update examination set used_at = now() - interval '2 hours' where workspace_id = ${workspaceId}`;
  const countFresh = async () => {
    const rows = await db.sql`
      select 1 from examination where workspace_id = ${workspaceId} and used_at > now() - interval '1 hour'`;
    return rows.length;
  };
  await age();
  await examineSaved(shop);
  expect(await countFresh()).toBe(1);
  await age();
  await db.sql.begin((tx) => listExaminations(tx, shop));
  expect(await countFresh()).toBe(1);

  await db.sql`delete from examination where workspace_id = ${workspaceId}`;
  await examineSaved(shop);
  expect(await countFresh()).toBe(1);
  expect(orders).toHaveLength(1);
});

test("of a workspace no more than a hundred reports are kept, those that were looked at last", async () => {
  const { workspaceId } = await seedBot(db.sql, testBundle);
  await db.sql`
    insert into examination (workspace_id, content_hash, report, used_at)
    select ${workspaceId}, 'old ' || n, '{}', now() - n * interval '1 minute' from generate_series(1, 120) n`;
  await db.sql.begin((tx) => keepExamination(tx, { workspaceId, contentHash: "new", report: REPORT }));
  const rows = await db.sql<{ hash: string }[]>`
    select content_hash as hash from examination where workspace_id = ${workspaceId} order by used_at desc`;
  expect(rows).toHaveLength(100);
  expect([rows[0]?.hash, rows.at(-1)?.hash]).toEqual(["new", "old 99"]);
});
