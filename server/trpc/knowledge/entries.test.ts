import { afterAll, beforeAll, expect, test } from "vitest";
import type { EntryRow } from "#server/knowledge/faq/entry-row.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;
let reviewer: Client;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  reviewer = await server.signIn(shop.members.reviewer.email, PASSWORD);
});
afterAll(() => server.close());

type Made = { readonly entryId: string; readonly rev: number };

const makeBase = async (name = "售后") =>
  ((await editor.mutate("knowledge.createBase", { name })).data as { baseId: string }).baseId;

const write = (text: string) => [{ locale: "zh-CN", channel: null, text }];

type Given = Readonly<Record<string, unknown>> & { readonly by?: Client };

async function makeEntry(baseId: string, question: string, given: Given = {}): Promise<Made> {
  const { by = editor, ...content } = given;
  const answer = await by.mutate("knowledge.createEntry", {
    baseId,
    content: { question: { "zh-CN": question }, answers: write("七天内可退。"), ...content },
  });
  expect(answer.status).toBe(200);
  return answer.data as Made;
}

const read = async (entryId: string) => (await owner.query("knowledge.entry", { entryId })).data as EntryRow;
const list = async (baseId: string, filter: object = {}) =>
  (await owner.query("knowledge.entries", { baseId, ...filter })).data as {
    readonly entries: readonly { readonly id: string; readonly question: Record<string, string> }[];
    readonly total: number;
  };

test("a base is listed with what is to be done in it, renamed, deleted with its name typed, and brought back", async () => {
  const baseId = await makeBase("运费");
  await makeEntry(baseId, "运费多少");
  const bases = (await owner.query("knowledge.bases")).data as readonly Record<string, unknown>[];
  expect(bases.find(({ id }) => id === baseId)).toMatchObject({
    name: "运费",
    entries: 1,
    drafts: 1,
    release: null,
  });
  expect((await editor.mutate("knowledge.updateBase", { baseId, name: "物流" })).status).toBe(200);
  expect((await owner.mutate("knowledge.deleteBase", { baseId, confirmName: "运费" })).facts.reason).toBe(
    "wrong_name",
  );
  expect((await owner.mutate("knowledge.deleteBase", { baseId, confirmName: "物流" })).status).toBe(200);
  expect((await owner.query("knowledge.entries", { baseId })).code).toBe("not_found");
  expect((await owner.query("knowledge.deletedBases")).body).toContain(baseId);
  expect((await owner.mutate("knowledge.restoreBase", { baseId })).status).toBe(200);
  expect((await list(baseId)).total).toBe(1);
});

test("a base says which bots name it, in their draft or live", async () => {
  const baseId = await makeBase("会员");
  await server.database.sql`
    update flow_version set bundle = jsonb_set(bundle, '{flow,nodes,1,config}', ${server.database.sql.json({ bases: [baseId] })})
    where id = ${shop.versionId}`;
  const base = (await owner.query("knowledge.base", { baseId })).data;
  expect(base).toMatchObject({ usedBy: [{ botId: shop.botId, inDraft: false, isLive: true }] });
  const bases = (await owner.query("knowledge.bases")).data as readonly Record<string, unknown>[];
  expect(bases.find(({ id }) => id === baseId)).toMatchObject({
    usedBy: [{ botId: shop.botId }],
    documents: 0,
  });
});

test("entries are found by words of question, phrasing and answer, by state, branch, tag and flag, page by page", async () => {
  const baseId = await makeBase();
  const make = async (name: string, parentId: string | null) =>
    (
      (await editor.mutate("knowledge.createCategory", { baseId, parentId, name })).data as {
        categoryId: string;
      }
    ).categoryId;
  const parent = await make("售后", null);
  const child = await make("退货", parent);
  await makeEntry(baseId, "怎么退货", { categoryId: child, similar: ["如何退 100% 货"], tags: ["常见"] });
  await makeEntry(baseId, "怎么换货", { categoryId: parent, answers: [] });
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await makeEntry(baseId, "发票怎么开", { answers: write("在“我的订单”里\n申请开票。"), validTo: soon });
  const titles = async (filter: object) =>
    (await list(baseId, { sort: "question", ...filter })).entries
      .map(({ question }) => question["zh-CN"])
      .sort();
  expect(await titles({})).toHaveLength(3);
  expect(await titles({ search: "100%" })).toEqual(["怎么退货"]);
  expect(await titles({ search: "里\n申请" })).toEqual(["发票怎么开"]);
  expect(await titles({ search: "_" })).toEqual([]);
  expect(await titles({ categoryId: parent })).toEqual(["怎么换货", "怎么退货"]);
  expect(await titles({ categoryId: "none" })).toEqual(["发票怎么开"]);
  expect(await titles({ tag: "常见" })).toEqual(["怎么退货"]);
  expect(await titles({ locale: "zh-CN" })).toHaveLength(3);
  expect(await titles({ locale: "en" })).toEqual([]);
  expect(await titles({ flag: "expiring" })).toEqual(["发票怎么开"]);
  expect((await owner.query("knowledge.tags", { baseId })).data).toEqual([{ tag: "常见", entries: 1 }]);
  expect(await titles({ flag: "no-answer" })).toEqual(["怎么换货"]);
  expect(await titles({ flag: "few-phrasings" })).toHaveLength(3);
  expect(await titles({ states: ["published"] })).toEqual([]);
  const second = await list(baseId, { sort: "question", page: 1, pageSize: 2 });
  expect([second.entries.length, second.total]).toEqual([1, 3]);
  expect((await list(baseId, { page: 9 })).total).toBe(3);
});

test("two editors at one entry never lose work: fields merge, and what cannot is shown to the second with both sides", async () => {
  const baseId = await makeBase();
  const { entryId } = await makeEntry(baseId, "怎么退货", { similar: ["如何退货"] });
  const save = (client: Client, rev: number, changes: object) =>
    client.mutate("knowledge.updateEntry", { entryId, rev, changes });
  await save(editor, 1, { similar: ["如何退货", "退货流程"] });
  const merged = await save(reviewer, 1, { similar: ["如何退货", "我要退货"], tags: ["常见"] });
  expect(merged.data).toMatchObject({ type: "saved", rev: 3 });
  expect((await read(entryId)).content).toMatchObject({
    similar: ["如何退货", "退货流程", "我要退货"],
    tags: ["常见"],
  });

  await save(editor, 3, { answers: write("十五天内可退。") });
  const lost = await save(reviewer, 3, { answers: write("三十天内可退。"), tags: [] });
  expect(lost.data).toMatchObject({
    type: "conflict",
    rev: 4,
    fields: [{ field: "answers", mine: write("三十天内可退。"), theirs: write("十五天内可退。") }],
  });
  expect((await read(entryId)).content.tags).toEqual(["常见"]);
  expect((await save(reviewer, 4, { answers: write("三十天内可退。") })).data).toMatchObject({
    type: "saved",
    rev: 5,
  });
  expect((await save(editor, 9, { tags: [] })).code).toBe("invalid_request");
});

const seen = ({ entryId, rev }: Made) => [{ entryId, rev }];
const move = (client: Client, path: string, input: object) => client.mutate(`knowledge.${path}`, input);

test("an author proposes, another approves; whoever wrote it may not, unless as owner where four eyes are not demanded", async () => {
  const baseId = await makeBase();
  const entry = await makeEntry(baseId, "怎么退货", { by: reviewer });
  const input = { baseId, action: "approve", entries: seen(entry) };
  expect((await move(editor, "approve", input)).code).toBe("forbidden");
  expect((await move(owner, "approve", input)).data).toMatchObject({ skipped: [{ reason: "wrong_state" }] });
  await move(reviewer, "changeStates", { ...input, action: "submit" });
  const proposed = { entryId: entry.entryId, rev: 2 };
  expect((await move(owner, "approve", input)).data).toMatchObject({ skipped: [{ reason: "changed" }] });
  expect((await move(reviewer, "approve", { ...input, entries: seen(proposed) })).data).toMatchObject({
    skipped: [{ reason: "own_work" }],
  });
  expect((await move(owner, "approve", { ...input, entries: seen(proposed) })).data).toMatchObject({
    changed: [entry.entryId],
  });
  expect(await read(entry.entryId)).toMatchObject({
    state: "approved",
    approverName: "owner",
    approvedRev: 3,
  });

  const own = await makeEntry(baseId, "怎么换货", { by: owner });
  expect((await move(owner, "approve", { ...input, entries: seen(own) })).data).toMatchObject({
    skipped: [],
  });
  expect((await owner.mutate("knowledge.setFourEyes", { baseId, fourEyes: true })).status).toBe(200);
  const strict = await makeEntry(baseId, "怎么补发", { by: owner });
  await move(owner, "changeStates", { ...input, action: "submit", entries: seen(strict) });
  const answer = await move(owner, "approve", { ...input, entries: [{ entryId: strict.entryId, rev: 2 }] });
  expect(answer.data).toMatchObject({ skipped: [{ reason: "own_work" }] });
});

test("an approved entry whose words change is a draft again; sorting it away changes nothing", async () => {
  const baseId = await makeBase();
  const own = await makeEntry(baseId, "怎么退货", { by: owner });
  await move(owner, "approve", { baseId, action: "approve", entries: seen(own) });
  await owner.mutate("knowledge.updateEntry", { entryId: own.entryId, rev: 2, changes: { tags: ["常见"] } });
  expect((await read(own.entryId)).state).toBe("approved");
  await owner.mutate("knowledge.updateEntry", {
    entryId: own.entryId,
    rev: 3,
    changes: { validTo: "2027-01-01T00:00:00+08:00" },
  });
  expect(await read(own.entryId)).toMatchObject({
    state: "draft",
    content: { validTo: "2026-12-31T16:00:00.000Z" },
  });
});

test("an entry without an answer is neither proposed nor approved, and one that is late for its review is stale", async () => {
  const baseId = await makeBase();
  const empty = await makeEntry(baseId, "怎么退货", { answers: [], by: owner });
  const input = { baseId, entries: seen(empty) };
  expect((await move(owner, "changeStates", { ...input, action: "submit" })).body).toContain("no_answer");
  expect((await move(owner, "approve", { ...input, action: "approve" })).body).toContain("no_answer");
  const old = await makeEntry(baseId, "怎么换货", { reviewEveryDays: 30 });
  await server.database
    .sql`update faq_entry set state = 'published', reviewed_at = now() - interval '31 days' where id = ${old.entryId}`;
  expect((await read(old.entryId)).isStale).toBe(true);
  expect((await list(baseId, { flag: "stale" })).total).toBe(1);
  await move(owner, "changeStates", { baseId, action: "review", entries: seen(old) });
  expect(await read(old.entryId)).toMatchObject({ isStale: false, state: "published" });
});

test("many entries are moved, tagged, given to somebody, deleted and brought back at once", async () => {
  const baseId = await makeBase();
  const made = [await makeEntry(baseId, "怎么退货", { tags: ["旧"] }), await makeEntry(baseId, "怎么换货")];
  const entryIds = made.map(({ entryId }) => entryId);
  const change = (one: object) => editor.mutate("knowledge.changeEntries", { baseId, entryIds, change: one });
  expect((await change({ type: "tag", add: ["新"], remove: ["旧"] })).data).toEqual({
    changed: expect.arrayContaining(entryIds),
  });
  expect((await list(baseId, { tag: "新" })).total).toBe(2);
  expect((await change({ type: "set-owner", ownerId: shop.members.reviewer.userId })).status).toBe(200);
  expect((await change({ type: "set-owner", ownerId: shop.botId })).code).toBe("not_found");
  expect((await change({ type: "delete" })).status).toBe(200);
  expect((await list(baseId)).total).toBe(0);
  expect((await list(baseId, { isDeleted: true })).total).toBe(2);
  expect((await change({ type: "bring-back" })).status).toBe(200);
  expect((await list(baseId, { states: ["draft"] })).total).toBe(2);
});

test("the history says who did what; an earlier content comes back as the newest", async () => {
  const baseId = await makeBase();
  const { entryId } = await makeEntry(baseId, "怎么退货");
  await owner.mutate("knowledge.updateEntry", {
    entryId,
    rev: 1,
    changes: { question: { "zh-CN": "退货" }, tags: ["短"] },
  });
  const history = await owner.query("knowledge.history", { entryId });
  expect(history.data).toMatchObject({
    revisions: [
      { rev: 2, kind: "edited", authorName: "owner", fields: ["question", "tags"] },
      { rev: 1, kind: "created", authorName: "editor", fields: [] },
    ],
    next: null,
  });
  const diff = await owner.query("knowledge.compareRevisions", { entryId, from: 1, to: 2 });
  expect(diff.data).toMatchObject([
    { field: "question", from: { "zh-CN": "怎么退货" }, to: { "zh-CN": "退货" } },
    { field: "tags", from: [], to: ["短"] },
  ]);
  expect((await owner.mutate("knowledge.restoreRevision", { entryId, to: 1, rev: 1 })).facts.reason).toBe(
    "entry_changed",
  );
  expect((await owner.mutate("knowledge.restoreRevision", { entryId, to: 1, rev: 2 })).data).toMatchObject({
    rev: 3,
  });
  expect((await read(entryId)).content.question).toEqual({ "zh-CN": "怎么退货" });
});

test("categories are a tree: moved, ordered, never under themselves, and entries outlive theirs", async () => {
  const baseId = await makeBase();
  const make = async (name: string, parentId: string | null = null) =>
    (
      (await editor.mutate("knowledge.createCategory", { baseId, parentId, name })).data as {
        categoryId: string;
      }
    ).categoryId;
  const [a, b] = [await make("一"), await make("二")];
  const c = await make("三", a);
  const update = (input: object) => editor.mutate("knowledge.updateCategory", { baseId, ...input });
  expect((await update({ categoryId: a, parentId: c })).facts.reason).toBe("category_in_itself");
  expect((await update({ categoryId: b, position: 0 })).status).toBe(200);
  const tree = (await owner.query("knowledge.categories", { baseId })).data as readonly {
    id: string;
    parentId: string | null;
  }[];
  expect(tree.filter(({ parentId }) => parentId === null).map(({ id }) => id)).toEqual([b, a]);
  const { entryId } = await makeEntry(baseId, "怎么退货", { categoryId: c });
  expect((await editor.mutate("knowledge.deleteCategory", { baseId, categoryId: a })).status).toBe(200);
  expect((await read(entryId)).content.categoryId).toBeNull();
});

test("synonyms belong to one base or to all", async () => {
  const [one, other] = [await makeBase(), await makeBase()];
  const save = (baseId: string | null, words: readonly string[]) =>
    editor.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words });
  await save(one, ["退货", "退回"]);
  const { synonymId } = (await save(null, ["快递", "物流"])).data as { synonymId: string };
  const words = async (baseId: string) =>
    ((await owner.query("knowledge.synonyms", { baseId })).data as readonly { words: string[] }[]).map(
      (group) => group.words,
    );
  expect(await words(one)).toHaveLength(2);
  expect(await words(other)).toEqual([["快递", "物流"]]);
  expect((await save(one, ["退货", "退货"])).code).toBe("invalid_request");
  expect((await editor.mutate("knowledge.deleteSynonym", { synonymId })).status).toBe(200);
  expect(await words(other)).toEqual([]);
});
