import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseRow } from "#server/knowledge/cases/case-row.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;
let reviewer: Client;
let agent: Client;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  reviewer = await server.signIn(shop.members.reviewer.email, PASSWORD);
  agent = await server.signIn(shop.members.agent.email, PASSWORD);
});
afterAll(() => server.close());

const makeBase = async () =>
  ((await editor.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;

const CONTENT = {
  question: "客户丢了包装还想退货",
  context: "签收第六天，吊牌还在",
  outcome: "客户满意，没有再来问",
  answer: "可以退，扣五元包装费。",
  tags: ["退货"],
};

async function keep(baseId: string, given: object = {}, by = agent): Promise<string> {
  const answer = await by.mutate("knowledge.case.create", { baseId, content: { ...CONTENT, ...given } });
  expect(answer.status).toBe(200);
  return (answer.data as { caseId: string }).caseId;
}

const read = async (caseId: string) => (await owner.query("knowledge.case.get", { caseId })).data as CaseRow;
const list = async (baseId: string, filter: object = {}) =>
  ((await owner.query("knowledge.case.list", { baseId, ...filter })).data as { cases: readonly CaseRow[] })
    .cases;
const ask = async (baseId: string, question: string) =>
  (
    (await owner.query("knowledge.document.search", { baseIds: [baseId], question })).data as {
      hits: readonly { readonly answer: string; readonly title: string; readonly coverage: number }[];
    }
  ).hits;

async function move(caseId: string, action: string, { by = editor, note = "" } = {}) {
  const { rev } = await read(caseId);
  const path = ["approve", "reject"].includes(action) ? "knowledge.case.approve" : "knowledge.case.move";
  return by.mutate(path, { caseId, action, rev, note });
}

test("an agent keeps a case, an editor proposes it, a reviewer approves it, and then it is found", async () => {
  const baseId = await makeBase();
  const caseId = await keep(baseId);
  expect(await ask(baseId, "丢了包装能退货吗")).toEqual([]);
  expect((await move(caseId, "submit")).status).toBe(200);
  expect(await ask(baseId, "丢了包装能退货吗")).toEqual([]);
  expect((await move(caseId, "approve", { by: reviewer })).data).toMatchObject({ state: "approved" });
  expect(await ask(baseId, "丢了包装能退货吗")).toMatchObject([
    { title: CONTENT.question, answer: CONTENT.answer, caseId },
  ]);
  expect(await read(caseId)).toMatchObject({ state: "approved", isServed: true, approverName: "reviewer" });
});

test("what was approved is served until newer words are, and not after it was retired or deleted", async () => {
  const baseId = await makeBase();
  const caseId = await keep(baseId);
  await move(caseId, "submit");
  await move(caseId, "approve", { by: reviewer });
  const { rev } = await read(caseId);
  const content = { ...CONTENT, answer: "可以退，不扣费。" };
  expect((await editor.mutate("knowledge.case.update", { caseId, rev, content })).status).toBe(200);
  expect(await read(caseId)).toMatchObject({ state: "draft", isServed: true, answer: content.answer });
  expect((await ask(baseId, "丢了包装能退货吗"))[0]?.answer).toBe(CONTENT.answer);
  await move(caseId, "submit");
  await move(caseId, "approve", { by: reviewer });
  expect((await ask(baseId, "丢了包装能退货吗"))[0]?.answer).toBe(content.answer);
  await editor.mutate("knowledge.case.delete", { caseId });
  expect(await ask(baseId, "丢了包装能退货吗")).toEqual([]);
  await editor.mutate("knowledge.case.restore", { caseId });
  expect(await ask(baseId, "丢了包装能退货吗")).toHaveLength(1);
  await move(caseId, "retire");
  expect(await ask(baseId, "丢了包装能退货吗")).toEqual([]);
  expect((await move(caseId, "revive")).data).toMatchObject({ state: "draft" });
  const history = (await owner.query("knowledge.case.history", { caseId })).data as {
    revisions: readonly { kind: string }[];
  };
  expect(history.revisions.map(({ kind }) => kind).reverse()).toEqual([
    ...["created", "submitted", "approved", "edited", "submitted", "approved"],
    ...["deleted", "restored", "retired", "revived"],
  ]);
});

test("nobody approves half-written, changed or own words where four eyes are asked for", async () => {
  const baseId = await makeBase();
  const caseId = await keep(baseId, { answer: "" });
  expect((await move(caseId, "submit")).facts.reason).toBe("case_without_answer");
  await editor.mutate("knowledge.case.update", { caseId, rev: 1, content: CONTENT });
  const stale = await editor.mutate("knowledge.case.update", { caseId, rev: 1, content: CONTENT });
  expect(stale.facts.reason).toBe("case_changed");
  expect((await move(caseId, "approve", { by: reviewer })).facts.reason).toBe("case_wrong_state");
  await move(caseId, "submit");
  expect((await reviewer.mutate("knowledge.case.approve", { caseId, action: "approve", rev: 2 })).code).toBe(
    "conflict",
  );
  expect((await move(caseId, "reject", { by: reviewer, note: "写清楚费用" })).data).toMatchObject({
    state: "draft",
  });
  const own = await keep(baseId, {}, owner);
  await owner.mutate("knowledge.setFourEyes", { baseId, fourEyes: true });
  expect((await move(own, "approve", { by: owner })).facts.reason).toBe("case_own_work");
  await owner.mutate("knowledge.setFourEyes", { baseId, fourEyes: false });
  expect((await move(own, "approve", { by: owner })).status).toBe(200);
});

test("a talk becomes a draft without anybody's number", async () => {
  const { sql } = server.database;
  await sql`update message set parts = ${sql.json([{ type: "text", text: "我的手机 13812345678 收不到验证码怎么办" }])}
    where conversation_id = ${shop.conversationId} and role = 'customer'`;
  const draft = (await agent.query("knowledge.case.draft", { conversationId: shop.conversationId })).data;
  expect(JSON.stringify(draft)).not.toContain("13812345678");
  expect(draft).toMatchObject({ question: "我的手机 13*******78 收不到验证码怎么办" });
  const baseId = await makeBase();
  const made = await agent.mutate("knowledge.case.create", {
    ...{ baseId, content: CONTENT, conversationId: shop.conversationId },
  });
  expect(await read((made.data as { caseId: string }).caseId)).toMatchObject({
    conversationId: shop.conversationId,
  });
});

test("lists are filtered by words, state and tag", async () => {
  const baseId = await makeBase();
  await keep(baseId);
  const other = await keep(baseId, {
    question: "发票抬头写错了",
    context: "",
    answer: "作废重开。",
    tags: ["发票"],
  });
  await move(other, "submit");
  expect((await list(baseId)).map(({ question }) => question)).toEqual(["发票抬头写错了", CONTENT.question]);
  expect(await list(baseId, { search: "吊牌" })).toHaveLength(1);
  expect(await list(baseId, { search: "100%" })).toEqual([]);
  expect((await list(baseId, { state: "in_review" })).map(({ id }) => id)).toEqual([other]);
  expect((await list(baseId, { tag: "退货" })).map(({ question }) => question)).toEqual([CONTENT.question]);
  expect((await owner.query("knowledge.case.tags", { baseId })).data).toEqual([
    { tag: "发票", cases: 1 },
    { tag: "退货", cases: 1 },
  ]);
});

test("a new case that is saved from two tabs is one case; other words under its id are refused, and an id from elsewhere is not found", async () => {
  const baseId = await makeBase();
  const caseId = randomUUID();
  const save = (given: object = {}, where = baseId) =>
    owner.mutate("knowledge.case.create", { baseId: where, caseId, content: { ...CONTENT, ...given } });
  for (const { data } of [...(await Promise.all([save(), save()])), await save()])
    expect(data).toEqual({ caseId, rev: 1 });
  expect((await save({ answer: "不可以退。" })).facts.reason).toBe("case_saved");
  expect((await save({}, await makeBase())).code).toBe("not_found");
  expect(await list(baseId)).toHaveLength(1);
  expect((await read(caseId)).answer).toBe(CONTENT.answer);
});
