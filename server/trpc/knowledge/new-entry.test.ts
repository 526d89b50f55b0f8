import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EntryRow } from "#server/knowledge/faq/entry-row.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, seedWorkspace } from "../fixtures/seed-workspace.ts";

/** A new entry that is saved more than once: from two tabs, or because the first answer was lost on its way. */

let server: Console;
let owner: Client;
let stranger: Client;
let baseId: string;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  const shop = await seedWorkspace({ sql, name: "shop", hash });
  const other = await seedWorkspace({ sql, name: "other", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  stranger = await server.signIn(other.members.owner.email, PASSWORD);
});
afterAll(() => server.close());
beforeEach(async () => {
  baseId = await makeBase(owner);
});

const makeBase = async (by: Client) =>
  ((await by.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;

const write = (text: string) => [{ locale: "zh-CN", channel: null, text }];
const RETURNS = { question: { "zh-CN": "怎么退货" }, answers: write("七天内可退。"), similar: ["如何退货"] };

const save = (entryId: string, content: object, by = owner) =>
  by.mutate("knowledge.createEntry", { baseId, entryId, content });
const read = async (entryId: string) => (await owner.query("knowledge.entry", { entryId })).data as EntryRow;
const count = async () =>
  ((await owner.query("knowledge.entries", { baseId })).data as { readonly total: number }).total;

test("the same words saved twice, one after the other or at once, are one entry with one line of history", async () => {
  const entryId = randomUUID();
  const both = await Promise.all([save(entryId, RETURNS), save(entryId, RETURNS)]);
  const again = await save(entryId, RETURNS);
  for (const { data } of [...both, again]) expect(data).toEqual({ type: "saved", entryId, rev: 1 });
  expect(await count()).toBe(1);
});

test("what only one of two tabs has is in the entry; what both say differently is shown, and nothing is written", async () => {
  const entryId = randomUUID();
  await save(entryId, RETURNS);
  const more = { ...RETURNS, similar: ["退货流程"], tags: ["退货"] };
  expect((await save(entryId, more)).data).toEqual({ type: "saved", entryId, rev: 2 });
  expect((await read(entryId)).content).toMatchObject({ similar: ["如何退货", "退货流程"], tags: ["退货"] });
  const otherwise = await save(entryId, { ...RETURNS, answers: write("十五天内可退。") });
  expect(otherwise.data).toMatchObject({
    ...{ type: "conflict", entryId, rev: 2 },
    fields: [{ field: "answers", mine: write("十五天内可退。"), theirs: RETURNS.answers }],
  });
  expect((await read(entryId)).rev).toBe(2);
  expect(await count()).toBe(1);
});

test("what somebody has deleted meanwhile stays so, however often it is saved; another id makes another entry", async () => {
  const entryId = randomUUID();
  await save(entryId, RETURNS);
  await owner.mutate("knowledge.changeEntries", { baseId, entryIds: [entryId], change: { type: "delete" } });
  for (const _ of [1, 2]) {
    const { code, facts } = await save(entryId, RETURNS);
    expect([code, facts.reason]).toEqual(["conflict", "entry_deleted"]);
  }
  expect(await count()).toBe(0);
  expect((await save(randomUUID(), RETURNS)).data).toMatchObject({ type: "saved", rev: 1 });
  expect(await count()).toBe(1);
});

test("an id of another base or of another workspace is not found, and nothing there changes", async () => {
  const entryId = randomUUID();
  await save(entryId, RETURNS);
  const change = { ...RETURNS, tags: ["taken"] };
  for (const by of [owner, stranger]) {
    const elsewhere = { baseId: await makeBase(by), entryId, content: change };
    expect((await by.mutate("knowledge.createEntry", elsewhere)).code).toBe("not_found");
  }
  expect((await read(entryId)).rev).toBe(1);
});
