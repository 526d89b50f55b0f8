import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBase } from "#server/knowledge/quality/checks/check-base.ts";
import { findUncheckedBases } from "#server/knowledge/quality/checks/find-unchecked-bases.ts";
import type { ListedTask } from "#server/knowledge/quality/tasks/list-tasks.ts";
import { refreshTasks } from "#server/knowledge/quality/tasks/refresh-tasks.ts";
import { type Client, type Console, createConsole } from "../../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../../fixtures/seed-workspace.ts";

const DAY_MS = 86_400_000;

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
});
afterAll(() => server.close());

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const tick = (days = 0) => refreshTasks(server.database.sql, inDays(days));
const listTasks = async (client: Client, input: object = {}) =>
  ((await client.query("knowledge.task.list", input)).data as { tasks: readonly ListedTask[] }).tasks;
const change = (taskIds: readonly (string | undefined)[], kind: object) =>
  owner.mutate("knowledge.task.change", { taskIds, change: kind });

/** A base of its own; its tasks go with it. */
async function withBase(work: (baseId: string) => Promise<void>): Promise<void> {
  const { baseId } = (await owner.mutate("knowledge.createBase", { name: "售后" })).data as {
    baseId: string;
  };
  await work(baseId);
  await server.database.sql`delete from knowledge_base where id = ${baseId}`;
}

async function makeEntry(baseId: string, content: object, text = "七天内可退。"): Promise<string> {
  const { data } = await owner.mutate("knowledge.createEntry", {
    baseId,
    content: {
      question: { "zh-CN": "怎么退货" },
      answers: [{ locale: "zh-CN", channel: null, text }],
      ...content,
    },
  });
  const { entryId } = data as { entryId: string };
  await server.database
    .sql`update faq_entry set state = 'published', reviewed_at = now() where id = ${entryId}`;
  return entryId;
}

test("a review that falls due becomes one task of the entry's owner, and is done when somebody says that it is still right", () =>
  withBase(async (baseId) => {
    const ownerId = shop.members.owner.userId;
    const entryId = await makeEntry(baseId, { reviewEveryDays: 30, ownerId });
    expect(await tick(22)).toEqual({ opened: 0, closed: 0 });
    expect(await tick(24)).toEqual({ opened: 1, closed: 0 });
    expect(await tick(25)).toEqual({ opened: 0, closed: 0 });
    const [task] = await listTasks(owner);
    expect(task).toMatchObject({
      kind: "review_due",
      subjectId: entryId,
      ownerName: "owner",
      isOverdue: false,
    });
    expect(await listTasks(editor)).toEqual([]);
    expect(await listTasks(editor, { whose: "all" })).toHaveLength(1);
    expect((await owner.query("knowledge.task.count")).data).toEqual({ mine: 1, overdue: 0 });
    const confirm = (rev: number) => owner.mutate("knowledge.task.confirm", { taskId: task?.id, rev });
    expect((await confirm(9)).facts.reason).toBe("entry_changed");
    expect((await confirm(task?.rev ?? 0)).status).toBe(200);
    expect(await listTasks(owner)).toEqual([]);
    expect(await tick(1)).toEqual({ opened: 0, closed: 0 });
    // The next interval has begun: its review is another task.
    expect(await tick(29)).toEqual({ opened: 1, closed: 0 });
  }));

test("an end that comes near and then passes is named, and closes by itself when the entry is given more time", () =>
  withBase(async (baseId) => {
    const entryId = await makeEntry(baseId, { validTo: inDays(20).toISOString() });
    expect(await tick(1)).toEqual({ opened: 0, closed: 0 });
    await tick(7);
    expect(await listTasks(owner)).toMatchObject([{ kind: "expiring", ownerName: null }]);
    expect(await tick(21)).toEqual({ opened: 1, closed: 1 });
    expect(await listTasks(owner)).toMatchObject([{ kind: "expired", subjectId: entryId }]);
    await server.database.sql`update faq_entry set valid_to = ${inDays(400)} where id = ${entryId}`;
    expect(await tick(21)).toEqual({ opened: 0, closed: 1 });
    const closed = await listTasks(owner, { state: "closed" });
    expect(closed.every(({ state, closedByName }) => state === "done" && closedByName === null)).toBe(true);
  }));

test("what was dismissed is not asked again for the same reason, and what was put off comes back", () =>
  withBase(async (baseId) => {
    const entryId = await makeEntry(baseId, { validTo: inDays(3).toISOString() });
    await tick();
    const [task] = await listTasks(owner);
    await change([task?.id], { type: "snooze", days: 2 });
    expect(await listTasks(owner)).toEqual([]);
    expect(await listTasks(owner, { state: "snoozed" })).toHaveLength(1);
    await change([task?.id], { type: "wake" });
    await change([task?.id], { type: "dismiss" });
    expect(await tick()).toEqual({ opened: 0, closed: 0 });
    expect(await listTasks(owner, { state: "closed" })).toMatchObject([
      { state: "dismissed", closedByName: "owner" },
    ]);
    await server.database.sql`update faq_entry set valid_to = ${inDays(5)} where id = ${entryId}`;
    expect(await tick()).toEqual({ opened: 1, closed: 0 });
    await change([(await listTasks(owner))[0]?.id], { type: "assign", userId: shop.members.editor.userId });
    expect(await listTasks(owner)).toEqual([]);
    expect(await listTasks(editor)).toHaveLength(1);
  }));

test("words that the glossary forbids are found after a change, and their task goes when they are mended", () =>
  withBase(async (baseId) => {
    const { sql } = server.database;
    const checkAll = async () => {
      const bases = await findUncheckedBases(sql);
      for (const base of bases) await checkBase(sql, base);
      return bases.map((base) => base.baseId);
    };
    const entryId = await makeEntry(baseId, {}, "三天内返款。");
    expect(await checkAll()).toEqual([baseId]);
    expect(await checkAll()).toEqual([]);
    await owner.mutate("knowledge.glossary.save", {
      ...{ termId: null, locale: "zh-CN", preferred: "退款", forbidden: ["返款"] },
    });
    expect(await checkAll()).toEqual([baseId]);
    expect(await tick()).toEqual({ opened: 1, closed: 0 });
    expect(await listTasks(owner)).toMatchObject([{ kind: "glossary", facts: { words: "返款 → 退款" } }]);
    expect((await owner.query("knowledge.health.failing", {})).data).toMatchObject({
      total: 1,
      entries: [{ entryId, findings: [{ code: "forbidden_word", facts: { found: "返款" } }] }],
    });
    expect((await owner.query("knowledge.glossary.list")).data).toMatchObject([
      { preferred: "退款", entries: 1 },
    ]);
    const { rev } = (await owner.query("knowledge.entry", { entryId })).data as { rev: number };
    const answers = [{ locale: "zh-CN", channel: null, text: "三天内退款。" }];
    await owner.mutate("knowledge.updateEntry", { entryId, rev, changes: { answers } });
    await checkAll();
    expect(await tick()).toEqual({ opened: 0, closed: 1 });
  }));

test("a corrected passage below which the document changed, and a document that ends, are named", () =>
  withBase(async (baseId) => {
    const { sql } = server.database;
    const { workspaceId } = shop;
    const [document] = await sql<{ id: string }[]>`
      insert into document (base_id, workspace_id, name, source, state, is_served, valid_until, author_name)
      values (${baseId}, ${workspaceId}, '规则.txt', 'upload', 'ready', true, ${inDays(30)}, '小林') returning id`;
    const [passage] = await sql<{ id: string }[]>`
      insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place, is_edited, is_outdated)
      values (${document?.id ?? ""}, ${baseId}, ${workspaceId}, 'k', 0, '{}', '七天内可退。', '{"chars":[0,6]}', true, true) returning id`;
    await tick();
    expect(await listTasks(owner)).toMatchObject([
      {
        kind: "passage_outdated",
        subjectId: passage?.id,
        title: "规则.txt",
        facts: { documentId: document?.id },
      },
    ]);
    await sql`update passage set is_outdated = false where id = ${passage?.id ?? ""}`;
    expect(await tick(20)).toEqual({ opened: 1, closed: 1 });
    expect(await listTasks(owner)).toMatchObject([{ kind: "expiring", subjectType: "document" }]);
  }));

test("who only watches may not change tasks", async () => {
  const analyst = await server.signIn(shop.members.analyst.email, PASSWORD);
  expect((await analyst.query("knowledge.task.list", {})).status).toBe(200);
  const answer = await analyst.mutate("knowledge.task.change", {
    taskIds: [shop.botId],
    change: { type: "dismiss" },
  });
  expect(answer.code).toBe("forbidden");
});
