import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import { checkBase } from "../checks/check-base.ts";
import { findUncheckedBases } from "../checks/find-unchecked-bases.ts";
import type { ListedTask } from "./list-tasks.ts";
import { refreshTasks } from "./refresh-tasks.ts";

let server: Console;
let owner: Client;
let baseId: string;
let editorId: string;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  const shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editorId = shop.members.editor.userId;
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  ({ baseId } = (await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string });
});
afterAll(() => server.close());

const tick = () => refreshTasks(server.database.sql, new Date());
async function check() {
  const { sql } = server.database;
  for (const base of await findUncheckedBases(sql)) await checkBase(sql, base);
  return tick();
}

const toAnswers = (text: string) => [{ locale: "zh-CN", channel: null, text }];
const publish = (entryId: string) =>
  server.database.sql`update faq_entry set state = 'published' where id = ${entryId}`;

async function make(text: string): Promise<string> {
  const content = { question: { "zh-CN": "几天内可以退货" }, answers: toAnswers(text) };
  const { data } = await owner.mutate("knowledge.createEntry", { baseId, content });
  const { entryId } = data as { entryId: string };
  await publish(entryId);
  return entryId;
}

async function change(entryId: string, changes: object): Promise<void> {
  const { rev } = (await owner.query("knowledge.entry", { entryId })).data as { rev: number };
  expect((await owner.mutate("knowledge.updateEntry", { entryId, rev, changes })).status).toBe(200);
  await publish(entryId);
}

async function list(): Promise<readonly ListedTask[]> {
  const { data } = await owner.query("knowledge.task.list", { kind: "contradiction", whose: "all" });
  return (data as { tasks: readonly ListedTask[] }).tasks;
}

async function decide(decision: object): Promise<void> {
  const taskIds = (await list()).map(({ id }) => id);
  expect(taskIds).toHaveLength(1);
  expect((await owner.mutate("knowledge.task.change", { taskIds, change: decision })).status).toBe(200);
}
const dismiss = () => decide({ type: "dismiss" });

test("a contradiction that was dismissed comes back once either of the two answers something else, and for nothing less", async () => {
  const [old, fresh] = [await make("七天内可以退货。"), await make("三十天内可以退货。")];
  expect(await check()).toEqual({ opened: 1, closed: 0 });
  await dismiss();
  await change(fresh, { tags: ["退货"], similar: ["退货期限是几天"] });
  expect(await check()).toEqual({ opened: 0, closed: 0 });

  await change(old, { answers: toAnswers("十天内可以退货。") });
  // Nobody knows yet whether that mends it.
  expect(await tick()).toEqual({ opened: 0, closed: 0 });
  expect(await check()).toEqual({ opened: 1, closed: 0 });
  await dismiss();
  await change(fresh, { answers: toAnswers("六十天内可以退货。") });
  expect(await check()).toEqual({ opened: 1, closed: 0 });
  await dismiss();

  // What was dismissed once is what it was.
  await change(fresh, { answers: toAnswers("三十天内可以退货。") });
  expect(await check()).toEqual({ opened: 0, closed: 0 });
});

test("whoever a contradiction was given to keeps it when an answer changes and it is still one", async () => {
  const entryId = await make("九十天内可以退货。");
  await check();
  const { sql } = server.database;
  await sql`update knowledge_task set owner_id = ${editorId} where subject_id = ${entryId}`;
  await change(entryId, { answers: toAnswers("八十天内可以退货。") });
  const { opened, closed } = await check();
  expect(opened).toBeGreaterThan(0);
  expect(closed).toBe(opened);
  expect((await list()).map(({ ownerId }) => ownerId)).toEqual(Array(opened).fill(editorId));
});
