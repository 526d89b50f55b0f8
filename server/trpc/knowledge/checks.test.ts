import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyContent } from "#server/knowledge/faq/entry-content.ts";
import { insertEntries } from "#server/knowledge/faq/insert-entries.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
});
afterAll(() => server.close());

const makeBase = async () =>
  ((await editor.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;

const toContent = (question: string, text: string, similar: readonly string[] = []) => ({
  question: { "zh-CN": question },
  similar,
  answers: [{ locale: "zh-CN", channel: null, text }],
});

const makeEntry = async (baseId: string, content: object) =>
  ((await editor.mutate("knowledge.createEntry", { baseId, content })).data as { entryId: string }).entryId;

/** As a page does: it asks again while the base is being learned. */
async function ask(path: string, input: object): Promise<Record<string, unknown>> {
  const { data, status } = await editor.mutate(path, input);
  expect(status).toBe(200);
  // as: both procedures answer with objects.
  const answer = data as Record<string, unknown>;
  return answer.type === "learning" || answer.duplicates === null ? ask(path, input) : answer;
}

test("a phrasing that another entry has already is named, and whether the two answer differently", async () => {
  const baseId = await makeBase();
  const other = await makeEntry(baseId, toContent("怎么退货", "七天内可退。", ["我想把衣服退掉"]));
  const own = await makeEntry(baseId, toContent("退款多久到账", "三天。"));
  const content = toContent("退款多久到账", "十五天内可退。", ["如何退货"]);
  expect(await ask("knowledge.checkEntry", { baseId, entryId: own, content })).toMatchObject({
    duplicates: [{ text: "如何退货", entryId: other, near: "怎么退货", nearness: 1, isConflict: true }],
    lints: [{ code: "few_phrasings" }],
  });
  const same = toContent("怎么退货呀", "七天内可退。");
  expect(await ask("knowledge.checkEntry", { baseId, entryId: null, content: same })).toMatchObject({
    duplicates: [{ entryId: other, isConflict: false }],
  });
});

test("a sentence is tried on what is saved this moment, with scores", async () => {
  const baseId = await makeBase();
  const entryId = await makeEntry(baseId, toContent("怎么退货", "七天内可退。"));
  await makeEntry(baseId, toContent("发票怎么开", "在订单里申请。"));
  expect(await ask("knowledge.trySentence", { baseId, text: "如何退货" })).toMatchObject({
    outcome: "sure",
    candidates: [{ entryId, state: "draft", score: 1 }],
  });
  const later = await makeEntry(baseId, toContent("会员怎么升级", "累计消费。"));
  expect(await ask("knowledge.trySentence", { baseId, text: "会员怎么升级" })).toMatchObject({
    candidates: [{ entryId: later }],
  });
});

test("two thousand entries are learned beside the event loop", async () => {
  const baseId = await makeBase();
  const contents = Array.from({ length: 2_000 }, (_, i) => ({
    ...emptyContent,
    question: { "zh-CN": `第 ${i} 号商品的${["保修", "退货", "运费", "尺码"][i % 4]}规则是什么` },
    similar: [`商品 ${i} 怎么${["保修", "退", "算运费", "选尺码"][i % 4]}`],
  }));
  await server.database.sql.begin((tx) =>
    insertEntries(tx, {
      ...{ workspaceId: shop.workspaceId, baseId, kind: "imported", contents },
      actor: { id: shop.members.editor.userId, name: "editor" },
    }),
  );
  const answer = await ask("knowledge.trySentence", { baseId, text: "商品 17 怎么退" });
  expect(answer).toMatchObject({ type: "matched", outcome: "sure" });
}, 60_000);
