import { afterAll, beforeAll, expect, test } from "vitest";
import type { nextItem } from "#server/knowledge/quality/labels/next-item.ts";
import { type Client, type Console, createConsole } from "../../fixtures/create-console.ts";
import { seedTalk } from "../../fixtures/seed-talk.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../../fixtures/seed-workspace.ts";

/** Answers from the graph, from talks to what the health page says of them. */

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

const PRICE = { factId: "f1", entity: "AX-200", predicate: "价格", value: "999 元" };
const THING = { entityId: "e1", type: "型号", name: "AX-200" };

const graphStep = (port: "found" | "not-found", facts: readonly (typeof PRICE)[], entities = [THING]) => ({
  ...{ kind: "graph-query", port },
  output: { outcome: port === "found" ? "sure" : "none", entities, facts },
});

type Next = Awaited<ReturnType<typeof nextItem>>;

async function takeAll() {
  const taken = [];
  for (;;) {
    const { item } = (await owner.mutate("knowledge.label.next", {})).data as Next;
    if (item === null) return taken;
    taken.push(item);
    const isTold = item.answeredBy === "fact";
    const saved = await owner.mutate("knowledge.label.save", {
      ...{ itemId: item.id, scope: "yes", verdict: isTold ? "right" : "none" },
      relevant: item.found.slice(0, 1).map(({ entryId, question }) => ({ entryId, question, grade: 2 })),
    });
    expect(saved.status).toBe(200);
  }
}

test("answers from the graph are drawn, labelled and measured like those of entries and documents", async () => {
  const { sql } = server.database;
  await seedTalk(sql, shop, {
    ...{ question: "AX-200 多少钱", answer: "AX-200：价格 999 元", steps: [graphStep("found", [PRICE])] },
  });
  await seedTalk(sql, shop, {
    ...{ question: "一千元以内的有哪些", answer: "AX-200", steps: [graphStep("found", [])] },
  });
  await seedTalk(sql, shop, {
    ...{ question: "AX-900 多少钱", answer: "没找到" },
    steps: [graphStep("not-found", [], []), { kind: "fallback", port: "retry" }],
  });
  await seedTalk(sql, shop, {
    ...{ question: "北京市", answer: "好的", steps: [{ kind: "form", port: "next" }] },
  });
  const drawn = await owner.mutate("knowledge.label.draw", {
    ...{ name: "图谱", botId: null, days: 30, size: 50, annotators: 1 },
  });
  expect(drawn.data).toMatchObject({ items: 3 });
  const items = await takeAll();
  const of = (question: string) => items.find((item) => item.question === question);
  expect(of("AX-200 多少钱")).toMatchObject({
    answeredBy: "fact",
    found: [{ entryId: "f1", type: "fact", question: "AX-200 · 价格 · 999 元" }],
  });
  expect(of("一千元以内的有哪些")).toMatchObject({
    answeredBy: "fact",
    found: [{ entryId: "e1", type: "fact", question: "AX-200" }],
  });
  expect(of("AX-900 多少钱")).toMatchObject({ answeredBy: "fallback", found: [] });
  expect((await owner.query("knowledge.health.measures", { days: 90 })).data).toMatchObject({
    accuracy: { count: 2 },
    coverage: { count: 3 },
    answered: { right: 2, count: 3 },
    relevance: { first: { count: 2 } },
  });
});
