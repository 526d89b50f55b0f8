import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { ENGINE_ABI } from "#flows/kernel/session.ts";
import { compileModels } from "#server/runtime/compile-models.ts";
import { expectNoSeriousFinding } from "./support/expect-no-serious-finding.ts";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** From a question that nobody could answer to the answer: customers ask, it is found, accepted, written, released. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let page: Page;
let customers: APIRequestContext;
let botKey: string;

test.beforeAll(async ({ browser, playwright, baseURL }) => {
  space = await openWorkspace("山茶家居");
  const context = await browser.newContext();
  await space.signIn(context, await space.addPerson("林晓"));
  page = await context.newPage();
  customers = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const [base] = await space.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${space.workspaceId}, '售后') returning id`;
  botKey = await openBot(base?.id ?? "");
});
test.afterAll(async () => {
  await customers.dispose();
  await space.close();
});

/** A bot that answers from one base, and says so when it cannot. */
async function openBot(baseId: string): Promise<string> {
  const bundle = bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        faq: { kind: "faq", config: { faqSets: [], bases: [baseId] } },
        sorry: { kind: "fallback", config: {} },
        end: { kind: "end", config: {} },
      },
      wires: [
        "start.next -> faq",
        "faq.hit -> end",
        "faq.suggest -> sorry",
        "faq.miss -> sorry",
        "sorry.retry -> end",
      ],
    }),
  );
  const { botId, key } = await space.addBot("山茶家居客服", bundle);
  const [version] = await space.sql<{ id: string }[]>`
    insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi)
    values (${space.workspaceId}, ${botId}, 1, ${JSON.stringify(bundle)}::text::jsonb,
      ${JSON.stringify(compileModels(bundle))}::text::jsonb, 'e2e', ${ENGINE_ABI}) returning id`;
  await space.sql`update bot set live_version_id = ${version?.id ?? ""} where id = ${botId}`;
  return key;
}

/** What the bot says to a customer who has never written before. */
async function ask(text: string): Promise<string> {
  const started = await customers.post(`/v1/bots/${botKey}/conversations`, { data: {} });
  expect(started.status()).toBe(201);
  const { conversationId, token } = await started.json();
  const answered = await customers.post(`/v1/conversations/${conversationId}/messages`, {
    headers: { authorization: `Bearer ${token}` },
    data: { id: randomUUID(), text },
  });
  expect(answered.status()).toBe(200);
  return JSON.stringify(await answered.json());
}

const sheet = (name: string) => page.getByRole("dialog", { name });

test("where nothing went badly, the page says what will come here", async () => {
  await page.goto("/knowledge");
  await page.getByRole("navigation", { name: "知识页面" }).getByRole("link", { name: "学习中心" }).click();
  await expect(page.getByRole("heading", { name: "没有待处理的问题" })).toBeVisible();
  await expectNoSeriousFinding(page);
});

test("what customers asked in vain is found at once, grouped, counted and masked", async () => {
  for (const text of [
    "能开英文发票吗",
    "可以开英文发票吗",
    "能开英文发票吗",
    "沙发能寄到香港吗，电话13812345678",
  ])
    await ask(text);
  await page.getByRole("button", { name: "立即查看新对话" }).click();
  const often = page.getByRole("list", { name: "问得多的" });
  await expect(often.getByRole("button", { name: "能开英文发票吗" })).toBeVisible();
  await expect(often.getByText("3 次")).toBeVisible();
  await expect(often.getByText("没答上 3")).toBeVisible();
  const seldom = page.getByRole("list", { name: "只问过一两次的" });
  await expect(seldom.getByRole("button", { name: "沙发能寄到香港吗，电话13*******78" })).toBeVisible();
  await expectNoSeriousFinding(page);
});

test("a group is ignored by key, and comes back by another", async () => {
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("i");
  await expect(page.getByRole("button", { name: "沙发能寄到香港吗，电话13*******78" })).toBeHidden();
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "沙发能寄到香港吗，电话13*******78" })).toBeVisible();
});

test("a group becomes an entry with its phrasings, whose answer is then written", async () => {
  await page.getByRole("button", { name: "能开英文发票吗", exact: true }).click();
  const group = sheet("能开英文发票吗");
  await expect(group.getByRole("list", { name: "客户是怎么问的" }).getByRole("listitem")).toHaveCount(2);
  await expectNoSeriousFinding(page);
  await page.keyboard.press("n");
  const dialog = sheet("新建问答");
  await expect(dialog.getByLabel("标准问题")).toHaveValue("能开英文发票吗");
  await expect(dialog.getByText("同时加入 1 种相似问法")).toBeVisible();
  await dialog.getByRole("button", { name: "建好并去写答案" }).click();
  const form = sheet("能开英文发票吗");
  await form.getByLabel("中文答案，所有渠道").fill("可以，下单时备注英文抬头。");
  await expect(form.getByLabel("相似问法")).toHaveValue("可以开英文发票吗");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("有未保存的修改")).toBeHidden();
  await form.getByRole("button", { name: "批准" }).click();
  await expect(form.getByText("已批准")).toBeVisible();
  await form.getByRole("button", { name: "关闭" }).click();
});

test("its questions are tests of the release, and the very next customer is answered", async () => {
  expect(await ask("能开英文发票吗")).not.toContain("可以，下单时备注英文抬头。");
  await page.getByRole("tab", { name: "发布" }).click();
  await expect(page.getByRole("heading", { name: "测试问法（2）" })).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("测试通过 2/2")).toBeVisible();
  await expectNoSeriousFinding(page);
  expect(await ask("能开英文发票吗")).toContain("可以，下单时备注英文抬头。");
});

test("the group is gone, also after the next look; the history tells what became of it", async () => {
  await page.goto("/knowledge/learning");
  await page.getByRole("button", { name: "立即查看新对话" }).click();
  await expect(page.getByText(/新发现 1 个问题/)).toBeVisible();
  await expect(page.getByRole("button", { name: "沙发能寄到香港吗，电话13*******78" })).toBeVisible();
  await expect(page.getByRole("button", { name: "能开英文发票吗", exact: true })).toBeHidden();
  await page.getByRole("radio", { name: "处理记录" }).click();
  const history = page.getByRole("list", { name: "处理记录" });
  await expect(history.getByText("新建了问答")).toBeVisible();
  await expectNoSeriousFinding(page);
  await history.getByRole("button", { name: "撤销对「能开英文发票吗」的处理" }).click();
  // An answer was written since: nobody's work is thrown away.
  await expect(
    page.getByText("之后有人改过这条问答，不能撤销。请到问答的历史里处理", { exact: true }),
  ).toBeVisible();
});
