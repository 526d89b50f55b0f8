import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let agent: Client;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  agent = await server.signIn(shop.members.agent.email, PASSWORD);
});
afterAll(() => server.close());

const makeBase = async () =>
  ((await editor.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;

type Sending = {
  readonly path: "preview" | "import";
  readonly base: string;
  readonly name: string;
  readonly bytes: Buffer | string;
  readonly more?: Readonly<Record<string, string>>;
  readonly by?: Client;
};

async function send({ path, base, name, bytes, more = {}, by = editor }: Sending) {
  const response = await server.app.inject({
    method: "POST",
    url: `/console/entries/${path}?${new URLSearchParams({ base, name, ...more })}`,
    headers: { cookie: by.cookie, origin: "http://console.test", "content-type": "application/octet-stream" },
    payload: Buffer.from(bytes),
  });
  return { status: response.statusCode, body: response.json() };
}

const count = async (baseId: string) => {
  const [row] = await server.database.sql<{ count: number }[]>`
    select count(*)::int from faq_entry where base_id = ${baseId}`;
  return row?.count;
};

const CSV =
  "问题,相似问,答案,分类\n怎么退货,如何退货,七天内可退。,售后/退货\n,,没有问题,\n怎样退货？,,重复,\n发票怎么开,,在订单里申请。,售后\n";

test("a preview says what would come, what is wrong with which line and what is there already, and writes nothing", async () => {
  const base = await makeBase();
  const { body } = await send({ path: "preview", base, name: "faq.csv", bytes: CSV });
  expect(body).toMatchObject({
    columns: ["问题", "相似问", "答案", "分类"],
    mapping: ["question-zh", "similar", "answer-zh", "category"],
    ...{ total: 4, valid: 3, failed: 1 },
  });
  expect(body.rows[0]).toMatchObject({ row: 3, content: null, errors: [{ code: "no_question" }] });
  expect(await count(base)).toBe(0);
});

test("wrong lines keep the whole file out until somebody says to skip them; then all others come as drafts, with categories", async () => {
  const base = await makeBase();
  const sending = { path: "import", base, name: "faq.csv", bytes: CSV } as const;
  const refused = await send(sending);
  expect([refused.status, refused.body.error.data.facts]).toEqual([
    409,
    { reason: "rows_failed", failed: 1 },
  ]);
  expect(await count(base)).toBe(0);
  const { body } = await send({ ...sending, more: { skipsFailed: "true" } });
  expect(body).toEqual({ added: 3, skipped: 1 });
  const { data } = await editor.query("knowledge.categories", { baseId: base });
  expect(data).toMatchObject([
    { name: "售后", entries: 1 },
    { name: "退货", entries: 1 },
  ]);
  const again = await send({ ...sending, more: { skipsFailed: "true" } });
  expect(again.body.error.data.facts.reason).toBe("nothing_to_import");
  const [audit] = await server.database.sql`select facts from audit_entry where action = 'base-imported'`;
  expect(audit?.facts).toEqual({ file: "faq.csv", added: 3, skipped: 1 });
});

test("a person's mapping counts where the names of the columns say nothing", async () => {
  const base = await makeBase();
  const bytes = "甲,乙\n怎么退货,七天内可退。\n";
  expect((await send({ path: "preview", base, name: "a.csv", bytes })).body.failed).toBe(1);
  const more = { mapping: JSON.stringify(["question-zh", "answer-zh"]) };
  expect((await send({ path: "import", base, name: "a.csv", bytes, more })).body).toEqual({
    added: 1,
    skipped: 0,
  });
  expect((await send({ path: "preview", base, name: "a.csv", bytes, more: { mapping: "[7]" } })).status).toBe(
    400,
  );
});

const GBK = Buffer.from("cecacce22cb4f0b0b80ad4f5c3b4cdcbbbf52cc6dfccecc4dabfc9cdcb0a", "hex");
const WIDE = Buffer.from("\ufeff问题\t答案\n怎么退货\t七天内可退\n", "utf16le");

test.each([
  ["GBK", "faq.csv", GBK],
  ["UTF-16 with tabs", "faq.tsv", WIDE],
  ["UTF-8 with a mark", "faq.csv", Buffer.from("\ufeff问题,答案\n怎么退货,七天内可退\n")],
  ["Markdown", "faq.md", Buffer.from("# 怎么退货\n\n七天内可退\n")],
  ["a page", "faq.html", Buffer.from("<h1>怎么退货</h1><p>七天内可退</p>")],
  ["a talk", "talk.txt", Buffer.from("客户：怎么退货\n客服：七天内可退\n")],
])("%s is read as what it is", async (_kind, name, bytes) => {
  const base = await makeBase();
  const { body } = await send({ path: "preview", base, name, bytes });
  expect(body.rows).toMatchObject([
    { question: "怎么退货", content: { answers: [{ text: "七天内可退" }] }, errors: [] },
  ]);
});

test("files that are broken, disguised, of another kind or too long are refused as a whole, each with its reason", async () => {
  const base = await makeBase();
  const reason = async (name: string, bytes: Buffer | string) =>
    (await send({ path: "import", base, name, bytes })).body.error.data.facts.reason;
  expect(await reason("faq.xlsx", "PK\x03\x04 broken")).toMatch(/^file_(corrupt|disguised)$/);
  expect(await reason("faq.xlsx", "问题,答案")).toBe("file_disguised");
  expect(await reason("faq.exe", "MZ")).toBe("file_file_type");
  expect(await reason("faq.csv", "")).toBe("file_empty");
  expect(await reason("faq.csv", `问题\n${"怎么退货\n".repeat(10_001)}`)).toBe("too_many_rows");
  expect(await count(base)).toBe(0);
});

test("5,000 lines come in at once, and go out again as a file that is no formula anywhere", async () => {
  const base = await makeBase();
  const lines = Array.from({ length: 5_000 }, (_, i) => `第 ${i} 个问题怎么办,=HYPERLINK("x") ${i}`);
  const bytes = `问题,答案\n${lines.join("\n")}\n`;
  expect((await send({ path: "import", base, name: "big.csv", bytes })).body).toEqual({
    added: 5_000,
    skipped: 0,
  });
  const get = (format: string) =>
    server.app.inject({
      method: "GET",
      url: `/console/entries/export?base=${base}&format=${format}`,
      headers: { cookie: editor.cookie, origin: "http://console.test" },
    });
  const csv = await get("csv");
  expect(csv.headers["content-disposition"]).toContain("attachment");
  const text = csv.rawPayload.toString("utf8");
  expect(text.split("\r\n")).toHaveLength(5_001);
  expect(text).not.toMatch(/(^|,|")=HYPERLINK/m);
  const other = await makeBase();
  expect(
    (await send({ path: "import", base: other, name: "back.csv", bytes: csv.rawPayload })).body.added,
  ).toBe(5_000);
  const [back] = await server.database.sql`
    select answers->0->>'text' as text from faq_entry where base_id = ${other} and question->>'zh-CN' = '第 7 个问题怎么办'`;
  expect(back?.text).toBe('=HYPERLINK("x") 7');
  const workbook = new exceljs.Workbook();
  const { buffer } = new Uint8Array((await get("xlsx")).rawPayload);
  await workbook.xlsx.load(buffer);
  expect(workbook.worksheets[0]?.getCell("E2").value).toMatch(/^'=HYPERLINK/);
}, 60_000);

test("who may not write entries neither imports nor exports, and a foreign base is not found", async () => {
  const base = await makeBase();
  expect((await send({ path: "import", base, name: "a.csv", bytes: CSV, by: agent })).status).toBe(403);
  const foreign = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
  expect((await send({ path: "preview", base: foreign, name: "a.csv", bytes: CSV })).status).toBe(404);
});

test("answers of a channel of their own go out and come in again", async () => {
  const base = await makeBase();
  const answers = [
    { locale: "zh-CN", channel: null, text: "在订单页申请。" },
    { locale: "en", channel: "web", text: "Press “Return”." },
    { locale: "zh-CN", channel: "wechat-oa", text: "回复“退货”申请。" },
  ];
  const content = { question: { "zh-CN": "怎么退货" }, answers };
  await editor.mutate("knowledge.createEntry", { baseId: base, content });
  const file = await server.app.inject({
    method: "GET",
    url: `/console/entries/export?base=${base}&format=csv`,
    headers: { cookie: editor.cookie, origin: "http://console.test" },
  });
  const other = await makeBase();
  const sending = { path: "import", base: other, name: "back.csv", bytes: file.rawPayload } as const;
  expect((await send(sending)).body).toEqual({ added: 1, skipped: 0 });
  const [back] = await server.database.sql`select answers from faq_entry where base_id = ${other}`;
  expect(back?.answers).toEqual(answers);
});
