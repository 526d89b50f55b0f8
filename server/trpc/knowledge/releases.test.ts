import { afterAll, beforeAll, expect, test } from "vitest";
import type { EntryRow } from "#server/knowledge/faq/entry-row.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let forgotten = 0;

beforeAll(async () => {
  server = await createConsole({ forgetKnowledge: () => (forgotten += 1) });
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

const makeBase = async () =>
  ((await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;
const write = (text: string) => [{ locale: "zh-CN", channel: null, text }];
const read = async (entryId: string) => (await owner.query("knowledge.entry", { entryId })).data as EntryRow;
const release = (baseId: string, note = "") => owner.mutate("knowledge.release", { baseId, note });

async function makeEntry(baseId: string, question: string): Promise<string> {
  const content = { question: { "zh-CN": question }, answers: write("七天内可退。") };
  const { data } = await owner.mutate("knowledge.createEntry", { baseId, content });
  return (data as { entryId: string }).entryId;
}

async function move(baseId: string, entryId: string, action: string): Promise<void> {
  const path = action === "approve" ? "knowledge.approve" : "knowledge.changeStates";
  const { rev } = await read(entryId);
  const { data } = await owner.mutate(path, { baseId, action, entries: [{ entryId, rev }] });
  expect(data).toMatchObject({ changed: [entryId] });
}

const answer = async (entryId: string, text: string) => {
  const { rev } = await read(entryId);
  await owner.mutate("knowledge.updateEntry", { entryId, rev, changes: { answers: write(text) } });
};

const listLive = async (baseId: string) =>
  (
    await server.database.sql<{ question: string; answer: string }[]>`
      select x->'question'->>'zh-CN' as question, x->'answers'->0->>'text' as answer
      from knowledge_base b join faq_release r on r.id = b.live_release_id, jsonb_array_elements(r.content->'entries') x
      where b.id = ${baseId} order by 1`
  ).map((entry) => `${entry.question}：${entry.answer}`);

test("only what is approved is released; its entries are published, and this process is told", async () => {
  const baseId = await makeBase();
  expect((await release(baseId)).facts.reason).toBe("nothing_approved");
  const entryId = await makeEntry(baseId, "怎么退货");
  await makeEntry(baseId, "怎么换货");
  await move(baseId, entryId, "approve");
  const before = forgotten;
  expect((await release(baseId, "首发")).data).toMatchObject({ number: 1, entries: 1 });
  expect(forgotten).toBe(before + 1);
  expect(await listLive(baseId)).toEqual(["怎么退货：七天内可退。"]);
  expect(await read(entryId)).toMatchObject({ state: "published", rev: 3 });
  expect((await release(baseId)).facts.reason).toBe("nothing_to_release");
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({
    releases: [{ number: 1, note: "首发", authorName: "owner", isLive: true, entries: 1 }],
    events: [{ kind: "released", number: 1 }],
    next: null,
  });
  expect((await owner.query("knowledge.releaseProgress", { baseId })).data).toBeNull();
});

test("a correction that is not approved yet changes nothing and takes nothing away", async () => {
  const baseId = await makeBase();
  const [a, b] = [await makeEntry(baseId, "怎么退货"), await makeEntry(baseId, "怎么换货")];
  await move(baseId, a, "approve");
  await release(baseId);
  await answer(a, "十五天内可退。");
  await move(baseId, b, "approve");
  await release(baseId);
  expect(await listLive(baseId)).toEqual(["怎么换货：七天内可退。", "怎么退货：七天内可退。"]);
  await move(baseId, a, "approve");
  await release(baseId);
  expect(await listLive(baseId)).toContain("怎么退货：十五天内可退。");
});

test("retired and deleted entries are out with the next release", async () => {
  const baseId = await makeBase();
  const ids = [await makeEntry(baseId, "一"), await makeEntry(baseId, "二"), await makeEntry(baseId, "三")];
  for (const id of ids) await move(baseId, id, "approve");
  await release(baseId);
  await move(baseId, ids[0] ?? "", "retire");
  await owner.mutate("knowledge.changeEntries", { baseId, entryIds: [ids[1]], change: { type: "delete" } });
  expect((await release(baseId)).data).toMatchObject({ entries: 1 });
});

test("two releases, and what comes next, are compared entry by entry", async () => {
  const baseId = await makeBase();
  const [a, b] = [await makeEntry(baseId, "怎么退货"), await makeEntry(baseId, "怎么换货")];
  await move(baseId, a, "approve");
  const compare = async (from: number | null, to: number | "next") =>
    (await owner.query("knowledge.compareReleases", { baseId, from, to })).data;
  expect(await compare(null, "next")).toMatchObject({
    total: 1,
    differences: [{ type: "added", entryId: a }],
  });
  await release(baseId);
  expect(await compare(1, "next")).toEqual({ differences: [], total: 0 });
  await answer(a, "十五天内可退。");
  await move(baseId, a, "approve");
  await move(baseId, b, "approve");
  await release(baseId);
  expect(await compare(1, 2)).toMatchObject({
    total: 2,
    differences: expect.arrayContaining([
      expect.objectContaining({ type: "changed", entryId: a, fields: ["answers"] }),
      expect.objectContaining({ type: "added", entryId: b }),
    ]),
  });
  expect((await owner.query("knowledge.compareReleases", { baseId, from: 1, to: 9 })).code).toBe("not_found");
});

test("any earlier release is served again in one call, and the entries say what is live", async () => {
  const baseId = await makeBase();
  const [a, b] = [await makeEntry(baseId, "怎么退货"), await makeEntry(baseId, "怎么换货")];
  await move(baseId, a, "approve");
  await release(baseId);
  await move(baseId, b, "approve");
  await release(baseId);
  const rollBack = (number: number) => owner.mutate("knowledge.rollBack", { baseId, number, note: "答错了" });
  expect((await rollBack(1)).data).toMatchObject({ number: 1 });
  expect(await listLive(baseId)).toEqual(["怎么退货：七天内可退。"]);
  expect((await read(a)).state).toBe("published");
  expect((await read(b)).state).toBe("approved");
  expect((await rollBack(1)).status).toBe(200);
  expect((await rollBack(7)).code).toBe("not_found");
  const { data } = await owner.query("knowledge.releases", { baseId });
  expect(data).toMatchObject({
    releases: [
      { number: 2, isLive: false },
      { number: 1, isLive: true },
    ],
    events: [{ kind: "rolled-back", number: 1, note: "答错了" }, { number: 2 }, { number: 1 }],
  });
});

test("of two releases at once one is made and the other refused", async () => {
  const baseId = await makeBase();
  await move(baseId, await makeEntry(baseId, "怎么退货"), "approve");
  const answers = await Promise.all([release(baseId), release(baseId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.facts.reason).toBe("release_running");
});
