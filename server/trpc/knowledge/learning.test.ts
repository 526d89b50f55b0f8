import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { noModels } from "#server/knowledge/embedding/fixtures/no-models.ts";
import type { EntryRow } from "#server/knowledge/faq/entry-row.ts";
import { performLearning } from "#server/knowledge/learning/run/perform-learning.ts";
import { log } from "#server/log.ts";
import { createOutboundClient } from "#server/net/create-outbound-client.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { seedUnanswered } from "../fixtures/seed-turns.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let shops = 0;
const woken: string[] = [];

beforeAll(async () => {
  server = await createConsole({ background: { wake: (_, runId = "") => woken.push(runId) } });
});
afterAll(() => server.close());
beforeEach(async () => {
  shops += 1;
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: `shop${shops}`, hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});

type Listed = { id: string; title: string; asks: number; people: number; near: { entryId: string }[] };
type Decided = { decisionId: string; entryId: string; skipped: { text: string }[]; clusterId: string };

async function ask(...texts: readonly string[]): Promise<void> {
  for (const text of texts) await seedUnanswered(server.database.sql, shop, { text });
}

const askable = {
  ...{ models: noModels, outbound: createOutboundClient({ allowCidr: [] }) },
  secretBox: createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB"),
};

async function look(): Promise<void> {
  await owner.mutate("knowledge.learning.look");
  const stop = new AbortController().signal;
  await performLearning({ sql: server.database.sql, log, stop, ...askable }, woken.pop() ?? "");
}

const list = async () =>
  ((await owner.query("knowledge.learning.clusters", {})).data as { clusters: Listed[] }).clusters;
const find = async (title: string) => (await list()).find((cluster) => cluster.title === title)?.id ?? "";
const act = async (name: string, input: unknown) => {
  const answer = await owner.mutate(`knowledge.learning.${name}`, input);
  return { ...answer, done: answer.data as Decided };
};
const undo = (decisionId: string) => owner.mutate("knowledge.learning.undo", { decisionId });
const read = async (entryId: string) => (await owner.query("knowledge.entry", { entryId })).data as EntryRow;
const listTests = async (baseId: string) =>
  ((await owner.query("knowledge.tests", { baseId })).data as { tests: { question: string }[] }).tests.map(
    ({ question }) => question,
  );

async function makeBase(): Promise<string> {
  return ((await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;
}

async function makeEntry(baseId: string, question: string, similar: readonly string[] = []): Promise<string> {
  const answers = [{ locale: "zh-CN", channel: null, text: "七天内可退。" }];
  const content = { question: { "zh-CN": question }, similar, answers };
  return ((await owner.mutate("knowledge.createEntry", { baseId, content })).data as { entryId: string })
    .entryId;
}

async function approve(baseId: string, entryId: string): Promise<void> {
  const { rev } = await read(entryId);
  await owner.mutate("knowledge.approve", { baseId, action: "approve", entries: [{ entryId, rev }] });
}

const release = (baseId: string, rest: object = {}) => owner.mutate("knowledge.release", { baseId, ...rest });

test("a look that is under way says for how long it has been", async () => {
  await owner.mutate("knowledge.learning.look");
  const { data } = await owner.query("knowledge.learning.status");
  // as: what our own procedure answers.
  const { running } = data as { running: { progress: number; ageMs: number } };
  expect(running).toMatchObject({ progress: 0, isWaiting: true });
  expect(running.ageMs).toBeGreaterThanOrEqual(0);
  expect(running.ageMs).toBeLessThan(120_000);
  await look();
});

test("what was asked most stands first, with the entry that is nearest", async () => {
  const baseId = await makeBase();
  const entryId = await makeEntry(baseId, "可以开英文的发票吗");
  await ask("能寄到香港吗", "能开英文发票吗", "可以开英文发票吗", "能开英文发票吗");
  await look();
  const clusters = await list();
  expect(clusters).toMatchObject([
    { title: "能开英文发票吗", asks: 3, people: 3 },
    { title: "能寄到香港吗", near: [] },
  ]);
  expect(clusters[0]?.near).toMatchObject([{ entryId, baseId, baseName: "售后" }]);
  expect((await owner.query("knowledge.learning.status")).data).toMatchObject({
    running: null,
    last: { state: "done", found: 4, clusters: 2 },
  });
  const id = clusters[0]?.id;
  expect((await owner.query("knowledge.learning.cluster", { clusterId: id })).data).toMatchObject({
    samples: [
      { text: "能开英文发票吗", asks: 2, signals: ["unanswered"] },
      { text: "可以开英文发票吗", asks: 1 },
    ],
  });
  const filtered = await owner.query("knowledge.learning.clusters", { signal: "thumbs_down" });
  expect(filtered.data).toMatchObject({ clusters: [], total: 0 });
});

test("a new entry is a draft with its tests; the undo takes all of it back, unless somebody wrote on it", async () => {
  const baseId = await makeBase();
  await ask("能开英文发票吗", "可以开英文发票吗");
  await look();
  const clusterId = (await list())[0]?.id;
  const input = {
    clusterId,
    baseId,
    locale: "zh-CN",
    question: "能开英文发票吗",
    similar: ["可以开英文发票吗"],
  };
  const first = await act("newEntry", input);
  expect(await read(first.done.entryId)).toMatchObject({
    state: "draft",
    content: { question: { "zh-CN": "能开英文发票吗" }, similar: ["可以开英文发票吗"] },
  });
  expect((await listTests(baseId)).sort()).toEqual(["可以开英文发票吗", "能开英文发票吗"]);
  expect(await list()).toEqual([]);
  expect((await act("newEntry", input)).facts.reason).toBe("cluster_decided");
  expect((await undo(first.done.decisionId)).status).toBe(200);
  expect(await list()).toHaveLength(1);
  expect(await listTests(baseId)).toEqual([]);
  expect((await undo(first.done.decisionId)).facts.reason).toBe("already_undone");

  const second = await act("newEntry", input);
  const { rev } = await read(second.done.entryId);
  await owner.mutate("knowledge.updateEntry", {
    entryId: second.done.entryId,
    rev,
    changes: { tags: ["票"] },
  });
  expect((await undo(second.done.decisionId)).facts.reason).toBe("entry_changed_since");
  expect(await list()).toEqual([]);
  expect(await listTests(baseId)).toHaveLength(2);
});

test("questions become phrasings of an entry, but those that are nearer to another one are named and left out", async () => {
  const baseId = await makeBase();
  const invoice = await makeEntry(baseId, "发票怎么开", ["怎么开发票"]);
  await makeEntry(baseId, "怎么退货", ["我要退货", "退货流程"]);
  await ask("能开英文发票吗", "我要退货啊");
  await look();
  const [a = "", b = ""] = (await list()).map(({ id }) => id);
  await act("merge", { clusterIds: [a, b] });
  const texts = ["能开英文发票吗", "我要退货啊"];
  await approve(baseId, invoice);
  const before = await read(invoice);
  const added = await act("addSimilar", { clusterId: a, entryId: invoice, texts });
  expect(added.done.skipped).toMatchObject([{ text: "我要退货啊", question: { "zh-CN": "怎么退货" } }]);
  expect(await read(invoice)).toMatchObject({
    state: "draft",
    content: { similar: ["怎么开发票", "能开英文发票吗"] },
  });
  expect(await listTests(baseId)).toEqual(["能开英文发票吗"]);
  // It has no answer yet: it stays on the list.
  expect((await list()).map(({ title }) => title)).toEqual(["我要退货啊"]);
  expect((await undo(added.done.decisionId)).status).toBe(200);
  // Word for word what was approved: approved again.
  expect(await read(invoice)).toMatchObject({ state: before.state, content: before.content });
  expect(await listTests(baseId)).toEqual([]);
  const elsewhere = await act("addSimilar", { clusterId: a, entryId: invoice, texts: ["我要退货啊"] });
  expect(elsewhere.facts.reason).toBe("phrasings_elsewhere");
});

test("clusters are merged and split, and each is undone", async () => {
  await ask("能寄到香港吗", "能寄到香港吗", "能开英文发票吗", "沙发可以拆开吗");
  await look();
  const [hongKong, invoice, sofa] = [
    await find("能寄到香港吗"),
    await find("能开英文发票吗"),
    await find("沙发可以拆开吗"),
  ];
  const inner = await act("merge", { clusterIds: [invoice, sofa] });
  const outer = await act("merge", { clusterIds: [hongKong, invoice] });
  expect(await list()).toMatchObject([{ id: hongKong, asks: 4, title: "能寄到香港吗" }]);
  // The outer one holds it.
  expect((await undo(inner.done.decisionId)).facts.reason).toBe("decided_since");
  expect((await undo(outer.done.decisionId)).status).toBe(200);
  expect((await undo(inner.done.decisionId)).status).toBe(200);
  expect((await list()).map(({ asks }) => asks)).toEqual([2, 1, 1]);

  await act("merge", { clusterIds: [hongKong, sofa] });
  const split = await act("split", { clusterId: hongKong, keys: ["沙发可以拆开吗"] });
  expect((await list()).map(({ title, asks }) => [title, asks])).toContainEqual(["沙发可以拆开吗", 1]);
  expect(
    (await act("split", { clusterId: split.done.clusterId, keys: ["沙发可以拆开吗"] })).facts.reason,
  ).toBe("nothing_to_split");
  // What people took apart stays apart when it is grouped again.
  await ask("沙发可以拆开吗");
  await look();
  expect(await list()).toHaveLength(3);
  expect((await undo(split.done.decisionId)).status).toBe(200);
  expect((await list()).map(({ asks }) => asks)).toEqual([4, 1]);
});

test("several are ignored at once and come back as one; the history tells who did what", async () => {
  await ask("你们老板是谁", "能开英文发票吗");
  await look();
  const clusterIds = (await list()).map(({ id }) => id);
  const ignored = await act("ignore", { clusterIds });
  await look();
  expect(await list()).toEqual([]);
  expect((await undo(ignored.done.decisionId)).data).toEqual({ clusterIds });
  expect(await list()).toHaveLength(2);
  expect((await owner.query("knowledge.learning.decisions", {})).data).toMatchObject({
    decisions: [{ kind: "ignore", clusters: 2, authorName: "owner", undoneBy: "owner" }],
    next: null,
  });
});

test("a release that would answer accepted questions otherwise names them, and goes out only when somebody insists", async () => {
  const baseId = await makeBase();
  const refund = await makeEntry(baseId, "怎么退货", ["我要退货", "退货流程"]);
  await ask("能开英文发票吗");
  await look();
  const clusterId = (await list())[0]?.id;
  const made = await act("newEntry", { clusterId, baseId, locale: "zh-CN", question: "能开英文发票吗" });
  const { entryId } = made.done;
  await approve(baseId, refund);
  // Its entry has no answer yet: the test waits.
  expect((await release(baseId)).data).toMatchObject({ type: "released", number: 1, tests: null });
  const answers = [{ locale: "zh-CN", channel: null, text: "可以。" }];
  const write = async (changes: object) => {
    await owner.mutate("knowledge.updateEntry", { entryId, rev: (await read(entryId)).rev, changes });
    await approve(baseId, entryId);
  };
  await write({ answers });
  expect((await release(baseId)).data).toMatchObject({
    type: "released",
    number: 2,
    tests: { total: 1, passed: 1 },
  });
  await write({ question: { "zh-CN": "营业时间" } });
  const failed = await release(baseId);
  expect(failed.data).toMatchObject({
    ...{ type: "tests-failed", total: 1, passed: 0 },
    failures: [{ question: "能开英文发票吗", expected: { "zh-CN": "营业时间" }, got: null, outcome: "none" }],
  });
  expect((await release(baseId, { acceptFailing: true })).data).toMatchObject({
    type: "released",
    number: 3,
  });
  const [audit] = await server.database.sql`
    select facts from audit_entry where workspace_id = ${shop.workspaceId} and action = 'base-released' order by id desc limit 1`;
  expect(audit).toEqual({ facts: { number: 3, entries: 2, tests: 1, testsPassed: 0 } });
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({
    releases: [
      { number: 3, tests: 1, testsPassed: 0 },
      { number: 2, tests: 1, testsPassed: 1 },
      { number: 1, tests: null },
    ],
  });
});

test("a question that was answered by a release and is asked all the same comes back", async () => {
  const baseId = await makeBase();
  await ask("能开英文发票吗");
  await look();
  const clusterId = (await list())[0]?.id;
  const made = await act("newEntry", { clusterId, baseId, locale: "zh-CN", question: "能开英文发票吗" });
  await ask("能开英文发票吗", "能开英文发票吗", "能开英文发票吗");
  await look();
  // Nobody could know the answer yet.
  expect(await list()).toEqual([]);
  const { entryId } = made.done;
  const answers = [{ locale: "zh-CN", channel: null, text: "可以。" }];
  await owner.mutate("knowledge.updateEntry", { entryId, rev: 1, changes: { answers } });
  await approve(baseId, entryId);
  await release(baseId);
  await ask("能开英文发票吗", "能开英文发票吗", "能开英文发票吗");
  await look();
  expect(await list()).toMatchObject([{ id: clusterId, isReopened: true }]);
});
