import { afterAll, beforeAll, expect, test } from "vitest";
import type { BaseReadiness } from "#server/knowledge/quality/health/measure-readiness.ts";
import { measureTimeliness } from "#server/knowledge/quality/health/measure-upkeep.ts";
import { type Client, type Console, createConsole } from "../../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../../fixtures/seed-workspace.ts";

const DAY_MS = 86_400_000;

let server: Console;
let shop: SeededWorkspace;
let owner: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

type Item = {
  readonly times: number;
  readonly scope?: string;
  readonly verdict: string;
  readonly answeredBy?: string;
  readonly found?: readonly string[];
  readonly relevant?: Readonly<Record<string, 1 | 2>> | null;
};

/** Settled items, as labelling leaves them. */
async function seedItems(items: readonly Item[]): Promise<void> {
  const { sql } = server.database;
  const { workspaceId, botId } = shop;
  await sql`delete from label_sample where workspace_id = ${workspaceId}`;
  const [sample] = await sql<{ id: string }[]>`
    insert into label_sample (workspace_id, name, seed, from_at, to_at, population, annotators, author_name)
    values (${workspaceId}, '十一月', 1, now(), now(), '{}', 2, '小林') returning id`;
  for (const { times, scope = "yes", verdict, answeredBy = "faq", found = [], relevant = null } of items) {
    const list = found.map((entryId) => ({ entryId, type: "entry", question: entryId, score: 1 }));
    const grades = Object.entries(relevant ?? {}).map(([entryId, grade]) => ({
      entryId,
      question: entryId,
      grade,
    }));
    await sql`
      insert into label_item (sample_id, workspace_id, conversation_id, turn, bot_id, stratum, position, question, answer, answered_by,
        found, asked_at, state, settled_by, settled_at, scope, verdict, relevant)
      select ${sample?.id ?? ""}, ${workspaceId}, uuidv7(), n, ${botId}, 'faq', n, '怎么退货', '七天内可退。', ${answeredBy},
        ${sql.json(list)}, now(), 'settled', 'agreement', now(), ${scope}, ${verdict}, ${relevant === null ? null : sql.json(grades)}
      from generate_series(1, ${times}) n`;
  }
}

const measure = async () => (await owner.query("knowledge.health.measures", { days: 90 })).data;

test("accuracy and coverage are exact shares with the published interval, judged against the brief's targets", async () => {
  await seedItems([
    { times: 43, verdict: "right", relevant: { a: 2 } },
    { times: 4, verdict: "partly", relevant: { a: 2 } },
    { times: 3, verdict: "wrong", relevant: {} },
    // In scope, nothing said, and nothing there that could have been.
    { times: 10, verdict: "none", answeredBy: "fallback", relevant: {} },
    // Out of scope: refused as it should be. Neither accuracy nor coverage asks.
    { times: 20, scope: "no", verdict: "right", answeredBy: "fallback" },
    { times: 5, scope: "unsure", verdict: "unsure" },
  ]);
  expect(await measure()).toMatchObject({
    targets: { accuracy: 0.95, coverage: 0.8 },
    accuracy: {
      count: 50,
      value: { share: 0.86, interval: { low: expect.closeTo(0.738, 3), high: expect.closeTo(0.93, 3) } },
      verdict: "missed",
    },
    coverage: { count: 60, value: { share: expect.closeTo(47 / 60) }, verdict: "unclear" },
    answered: { right: 43, count: 60 },
    items: { settled: 85, byOne: 0 },
  });
});

test("relevance asks what was found first, and how well the first five are ordered", async () => {
  await seedItems([
    { times: 30, verdict: "right", found: ["a", "b"], relevant: { a: 2, b: 1 } },
    { times: 10, verdict: "wrong", found: ["b", "a"], relevant: { a: 2, b: 1 } },
    { times: 10, verdict: "none", found: [], relevant: { a: 2 } },
    // No entry fits: there is nothing that could have stood first.
    { times: 10, verdict: "none", found: ["c"], relevant: {} },
  ]);
  const swapped = (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3));
  expect(await measure()).toMatchObject({
    relevance: {
      first: { count: 50, value: { share: 0.6 }, verdict: "missed" },
      ndcg: { count: 50, value: { share: expect.closeTo((30 + 10 * swapped) / 50, 5) } },
    },
  });
});

test("a few labels give no number at all", async () => {
  await seedItems([{ times: 29, verdict: "right", found: ["a"], relevant: { a: 2 } }]);
  expect(await measure()).toMatchObject({
    accuracy: { count: 29, value: null, verdict: "too_few" },
    relevance: { ndcg: { count: 29, value: null, verdict: "too_few" } },
    timeliness: { value: null, verdict: "too_few" },
  });
});

test("timeliness counts each review that fell due, in time only when it was done by its day", async () => {
  const { sql } = server.database;
  const { workspaceId } = shop;
  const [base] = await sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  const start = Date.now() - 100 * DAY_MS;
  const at = (day: number) => new Date(start + day * DAY_MS);
  /** What happened to an entry, by day; reviewed every 10 days. */
  const seed = async (history: readonly (readonly [number, string, string])[]) => {
    const [entry] = await sql<{ id: string }[]>`
      insert into faq_entry (base_id, workspace_id, question, author_name) values (${base?.id ?? ""}, ${workspaceId}, '{}', '小林') returning id`;
    for (const [index, [day, kind, state]] of history.entries())
      await sql`
        insert into faq_revision (entry_id, rev, base_id, workspace_id, kind, content, state, author_name, at)
        values (${entry?.id ?? ""}, ${index + 1}, ${base?.id ?? ""}, ${workspaceId}, ${kind}, '{"reviewEveryDays":10}', ${state}, '小林', ${at(day)})`;
  };
  const published = [
    [0, "created", "draft"],
    [1, "approved", "approved"],
    [1.5, "published", "published"],
  ] as const;
  // Due on day 11 (done on 10), on day 20 (done on 25: late), on day 35 (nobody came).
  await seed([...published, [10, "reviewed", "published"], [25, "reviewed", "published"]]);
  // Changed and approved again on day 3: that is no review, and the next is due on day 13.
  await seed([
    ...published,
    [3, "approved", "approved"],
    [3.5, "published", "published"],
    [12, "reviewed", "published"],
  ]);
  // Retired on day 5: on day 11 it owed nobody a review.
  await seed([...published, [5, "retired", "retired"]]);
  // Never published.
  await seed([[0, "created", "draft"]]);
  const count = (from: number, to: number) =>
    sql.begin((tx) => measureTimeliness(tx, { workspaceId, from: at(from), to: at(to) }));
  expect(await count(0, 12)).toMatchObject({ count: 1, late: 0 });
  expect(await count(0, 14)).toMatchObject({ count: 2, late: 0 });
  expect(await count(0, 21)).toMatchObject({ count: 3, late: 1 });
  // The one of day 22 came to nobody either.
  expect(await count(0, 100)).toMatchObject({ count: 5, late: 3 });
  expect(await count(36, 100)).toMatchObject({ count: 0 });
});

test("readiness counts what each base lacks", async () => {
  const { baseId } = (await owner.mutate("knowledge.createBase", { name: "会员" })).data as {
    baseId: string;
  };
  const content = {
    question: { "zh-CN": "怎么入会" },
    ownerId: shop.members.owner.userId,
    reviewEveryDays: 90,
  };
  const answers = [{ locale: "zh-CN", channel: null, text: "在小程序里登记。" }];
  for (const part of [{ ...content, answers }, { question: { "zh-CN": "积分怎么用" } }])
    await owner.mutate("knowledge.createEntry", { baseId, content: part });
  await owner.mutate("knowledge.createCategory", { baseId, parentId: null, name: "积分" });
  const bases = (await owner.query("knowledge.health.readiness")).data as readonly BaseReadiness[];
  expect(bases.find((base) => base.baseId === baseId)).toEqual({
    ...{ baseId, name: "会员", entries: 2, published: 0, score: 2 },
    lacks: { published: 1, answers: 1, owners: 1, reviews: 1, twins: 0, categories: 1, expired: 0 },
  });
});
