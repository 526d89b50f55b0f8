import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseRow } from "#server/knowledge/cases/case-row.ts";
import { checkBase } from "#server/knowledge/quality/checks/check-base.ts";
import { findUncheckedBases } from "#server/knowledge/quality/checks/find-unchecked-bases.ts";
import type { ListedTask } from "#server/knowledge/quality/tasks/list-tasks.ts";
import { refreshTasks } from "#server/knowledge/quality/tasks/refresh-tasks.ts";
import { type Client, type Console, createConsole } from "../../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../../fixtures/seed-workspace.ts";

/** Tasks of what waits for people: cases for a review, and entries that contradict each other for a decision. */

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;
let reviewer: Client;
let baseId: string;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  reviewer = await server.signIn(shop.members.reviewer.email, PASSWORD);
  ({ baseId } = (await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string });
});
afterAll(() => server.close());

const tick = () => refreshTasks(server.database.sql, new Date());
const listTasks = async (client: Client, kind: string) =>
  ((await client.query("knowledge.task.list", { kind })).data as { tasks: readonly ListedTask[] }).tasks;

async function move(caseId: string, action: "submit" | "approve" | "reject", by: Client) {
  const { rev } = (await owner.query("knowledge.case.get", { caseId })).data as CaseRow;
  const path = action === "submit" ? "knowledge.case.move" : "knowledge.case.approve";
  expect((await by.mutate(path, { caseId, action, rev, note: "" })).status).toBe(200);
}

test("a case that waits for review is a task until somebody has decided, and each time that it is submitted another", async () => {
  const content = { question: "丢了包装还想退", context: "", outcome: "", answer: "可以退。", tags: [] };
  const { caseId } = (await editor.mutate("knowledge.case.create", { baseId, content })).data as {
    caseId: string;
  };
  expect(await tick()).toEqual({ opened: 0, closed: 0 });
  await move(caseId, "submit", editor);
  expect(await tick()).toEqual({ opened: 1, closed: 0 });
  expect(await tick()).toEqual({ opened: 0, closed: 0 });
  expect(await listTasks(reviewer, "case_review")).toMatchObject([
    {
      subjectType: "case",
      subjectId: caseId,
      title: content.question,
      facts: { by: "editor" },
      ownerId: null,
    },
  ]);
  const [first] = await listTasks(reviewer, "case_review");
  await owner.mutate("knowledge.task.change", { taskIds: [first?.id], change: { type: "dismiss" } });
  expect(await tick()).toEqual({ opened: 0, closed: 0 });
  await move(caseId, "reject", reviewer);
  await move(caseId, "submit", editor);
  expect(await tick()).toEqual({ opened: 1, closed: 0 });
  await move(caseId, "approve", reviewer);
  expect(await tick()).toEqual({ opened: 0, closed: 1 });
  expect(await listTasks(owner, "case_review")).toEqual([]);
});

test("a review is its owner's task only when the owner may decide on it, being none of those who wrote it", async () => {
  const { sql } = server.database;
  const content = { question: "改签收地址", context: "", outcome: "", answer: "可以改。", tags: [] };
  const { caseId } = (await editor.mutate("knowledge.case.create", { baseId, content })).data as {
    caseId: string;
  };
  await sql`update knowledge_case set owner_id = ${shop.members.editor.userId} where id = ${caseId}`;
  await move(caseId, "submit", owner);
  await tick();
  expect(await listTasks(owner, "case_review")).toMatchObject([{ subjectId: caseId, ownerId: null }]);
  await move(caseId, "reject", reviewer);
  await sql`update knowledge_case set owner_id = ${shop.members.reviewer.userId} where id = ${caseId}`;
  await move(caseId, "submit", owner);
  await tick();
  expect(await listTasks(reviewer, "case_review")).toMatchObject([{ ownerName: "reviewer" }]);
  await sql`update knowledge_case set deleted_at = now() where id = ${caseId}`;
  expect(await tick()).toEqual({ opened: 0, closed: 1 });
});

test("two entries that contradict each other are one task, until one of them gives way", async () => {
  const { sql } = server.database;
  const make = async (text: string) => {
    const answers = [{ locale: "zh-CN", channel: null, text }];
    const { data } = await owner.mutate("knowledge.createEntry", {
      ...{ baseId, content: { question: { "zh-CN": "几天内可以退货" }, answers } },
    });
    return (data as { entryId: string }).entryId;
  };
  const check = async () => {
    for (const base of await findUncheckedBases(sql)) await checkBase(sql, base);
    return tick();
  };
  const [old, fresh] = [await make("七天内可以退货。"), await make("三十天内可以退货。")];
  // Drafts say so in the editor; nobody is answered from them.
  expect(await check()).toEqual({ opened: 0, closed: 0 });
  await sql`update faq_entry set state = 'published' where id in (${old}, ${fresh})`;
  expect(await tick()).toEqual({ opened: 1, closed: 0 });
  expect(await listTasks(owner, "contradiction")).toMatchObject([
    { subjectId: fresh, title: "几天内可以退货", facts: { otherId: old, other: "几天内可以退货" } },
  ]);
  const { rev } = (await owner.query("knowledge.entry", { entryId: old })).data as { rev: number };
  const answers = [{ locale: "zh-CN", channel: null, text: "三十天内可以退货。" }];
  await owner.mutate("knowledge.updateEntry", { entryId: old, rev, changes: { answers } });
  expect(await check()).toEqual({ opened: 0, closed: 1 });
  await sql`update faq_entry set state = 'published' where id = ${old}`;
  expect(await check()).toEqual({ opened: 0, closed: 0 });
});
