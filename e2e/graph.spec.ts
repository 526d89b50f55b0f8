import { type Browser, expect, type Page, test } from "@playwright/test";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { customer } from "./support/customer.ts";
import { expectNoSeriousFinding } from "./support/expect-no-serious-finding.ts";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** From a price table and a good talk to what customers are told: facts are accepted, a case is approved, one bot asks both. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let page: Page;
let bot: { readonly botId: string; readonly key: string };
let baseId: string;

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("云栖咖啡");
  const [base] = await space.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${space.workspaceId}, '咖啡机') returning id`;
  baseId = base?.id ?? "";
  bot = await space.addBot("云栖客服", drawShop(baseId));
  page = await openWindow(browser);
});
test.afterAll(() => space.close());

const say = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });

function drawShop(base: string) {
  return drawBundle({
    nodes: {
      start: { kind: "start" },
      graph: { kind: "graph-query", config: { bases: [base] } },
      search: { kind: "kb-search", config: { bases: [base], layers: ["cases"] } },
      miss: say("这个我还不清楚，已记下来"),
      end: { kind: "end", config: {} },
    },
    wires: [
      "start.next -> graph",
      "graph.found -> end",
      "graph.not-found -> search",
      "search.found -> end",
      "search.not-found -> miss",
      "miss.next -> end",
    ],
  });
}

async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, await space.addPerson("林晓"));
  return context.newPage();
}

const sheet = (name: string) => page.getByRole("dialog", { name });
const facts = () => page.getByRole("list", { name: "事实列表" }).locator("> li");
const fact = (name: string) => page.getByRole("listitem", { name });

/** A customer of their own each time, who says one thing. */
async function ask(browser: Browser, text: string): Promise<string> {
  const context = await browser.newContext();
  const chat = await context.newPage();
  await chat.goto(`/chat/${bot.key}`);
  const talk = customer(chat);
  await talk.say(text);
  await talk.expectGroups(2);
  const [, answer = ""] = await talk.read();
  await context.close();
  return answer;
}

test("a price table is suggested fact by fact, with the words that say so", async () => {
  await page.goto(`/knowledge/${baseId}?tab=graph`);
  await expect(page.getByRole("heading", { name: "还没有事实" })).toBeVisible();
  await page.getByRole("link", { name: "去上传文档" }).click();
  await expect(page.getByRole("heading", { name: "还没有文档" })).toBeVisible();
  await page
    .getByLabel("选择文件")
    .first()
    .setInputFiles({
      name: "价格表.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("型号,价格,颜色\nAX-200,999 元,黑\nAX-300,1299 元,白\n"),
    });
  await expect(page.getByText("可用", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "图谱" }).click();
  await expect(facts()).toHaveCount(4);
  await expect(fact("AX-300 · 价格 · 1299 元").locator("mark")).toHaveText("1299 元");
  await expectNoSeriousFinding(page);
});

test("a table of questions and answers brings no facts, and is imported as entries with one click", async () => {
  await page.getByRole("tab", { name: "文档" }).click();
  await page
    .getByLabel("选择文件")
    .first()
    .setInputFiles({
      name: "常见问题.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("问题,答案,分类\n怎么退货,七天无理由退货。,售后\n多久发货,48 小时内。,物流\n"),
    });
  const row = page.getByRole("listitem").filter({ hasText: "常见问题.csv" });
  await expect(row.getByText("里面有 2 条问答")).toBeVisible();
  await page.getByRole("tab", { name: "图谱" }).click();
  await expect(facts()).toHaveCount(4);
  await page.getByRole("link", { name: "常见问题.csv（2 条）" }).click();
  await row.getByRole("button", { name: "导入为问答" }).click();
  const dialog = page.getByRole("dialog", { name: "导入问答" });
  await expect(dialog.getByText("共 2 行")).toBeVisible();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "导入 2 条" }).click();
  await expect(dialog).toBeHidden();
  const entries =
    await space.sql`select from faq_entry where workspace_id = ${space.workspaceId} and base_id = ${baseId}`;
  expect(entries).toHaveLength(2);
  await page.getByRole("tab", { name: "图谱" }).click();
});

test("facts are accepted by key, put away by mouse, and a decision is taken back", async () => {
  await facts().first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("a");
  await expect(facts()).toHaveCount(3);
  await page.keyboard.press("z");
  await expect(facts()).toHaveCount(4);
  // A shop owner double-clicks everything: one fact is put away, and that can be taken back.
  await fact("AX-200 · 颜色 · 黑").getByRole("button", { name: "不采纳" }).dblclick();
  await expect(facts()).toHaveCount(3);
  await facts().first().focus();
  await page.keyboard.press("z");
  await expect(facts()).toHaveCount(4);
  await fact("AX-200 · 颜色 · 黑").getByRole("button", { name: "不采纳" }).click();
  await expect(facts()).toHaveCount(3);
  await page.getByRole("combobox", { name: "来源" }).click();
  await page.getByRole("option", { name: /价格表\.csv/ }).click();
  await page.getByRole("button", { name: "全部采纳（3）" }).click();
  await expect(page.getByText("已采纳 3 条", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "没有符合条件的事实" })).toBeVisible();
});

test("a person adds how things hang together, and the graph draws it", async () => {
  await page.getByRole("button", { name: "添加事实" }).click();
  const dialog = page.getByRole("dialog", { name: "添加事实" });
  await dialog.getByLabel("哪样东西").fill("AX-200");
  await dialog.getByLabel("哪一类").fill("型号");
  await dialog.getByLabel("属性或关系").fill("适用滤芯");
  await dialog.getByRole("radio", { name: "另一样东西" }).click();
  await dialog.getByLabel("它的名称").fill("F-01");
  await dialog.getByLabel("它的类别").fill("滤芯");
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("radio", { name: "图", exact: true }).click();
  const map = page.getByRole("region", { name: "图谱", exact: true });
  await expect(map.getByRole("button", { name: /F-01/ })).toBeVisible();
  await expect(map.getByText("适用滤芯")).toBeVisible();
  await expectNoSeriousFinding(page);
  await map.getByRole("button", { name: /^AX-200/ }).click();
  await expect(sheet("AX-200").getByText("999 元").first()).toBeVisible();
  await expectNoSeriousFinding(page);
  await sheet("AX-200").getByRole("button", { name: "关闭" }).click();
  await page.getByRole("radio", { name: "列表" }).click();
  await expect(page.getByRole("row", { name: /AX-300 型号/ })).toBeVisible();
});

test("two names of one thing are merged, with what they say differently shown first, and separated again", async () => {
  await page.getByRole("button", { name: "添加事实" }).click();
  const dialog = page.getByRole("dialog", { name: "添加事实" });
  await dialog.getByLabel("哪样东西").fill("小白咖啡机");
  await dialog.getByLabel("哪一类").fill("产品");
  await dialog.getByLabel("属性或关系").fill("价格");
  await dialog.getByLabel("值", { exact: true }).fill("1399 元");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
  const merge = async () => {
    await expect(sheet("AX-300")).toBeHidden();
    await page
      .getByRole("row", { name: /AX-300 型号/ })
      .getByRole("button")
      .click();
    await sheet("AX-300").getByRole("button", { name: "和另一样合并" }).click();
    const merging = page.getByRole("dialog", { name: /和哪一样是同一样东西/ });
    await merging.getByRole("searchbox", { name: "找一样东西" }).fill("小白");
    await merging.getByRole("button", { name: /^小白咖啡机/ }).click();
    await expect(merging.getByText("价格：1299 元 / 1399 元")).toBeVisible();
    await expectNoSeriousFinding(page);
    await merging.getByRole("button", { name: "合并", exact: true }).click();
    await expect(merging).toBeHidden();
  };
  await merge();
  await expect(sheet("AX-300").getByText("1399 元")).toBeVisible();
  const notice = page.locator("li").filter({ hasText: "「小白咖啡机」已并入「AX-300」" });
  await notice.getByRole("button", { name: "撤销" }).click();
  await expect(sheet("AX-300").getByText("1399 元")).toBeHidden();
  await sheet("AX-300").getByRole("button", { name: "关闭" }).click();
  await merge();
  await expect(sheet("AX-300").getByText("1399 元")).toBeVisible();
  await expectNoSeriousFinding(page);
  await sheet("AX-300").getByRole("button", { name: "把「小白咖啡机」分开" }).click();
  await expect(sheet("AX-300").getByText("1399 元")).toBeHidden();
  await sheet("AX-300").getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("row", { name: /小白咖啡机 产品/ })).toBeVisible();
});

test("a published bot answers from accepted facts, whatever the customer calls the thing", async ({
  browser,
}) => {
  await page.goto(`/builder/${bot.botId}`);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("版本说明").fill("第一版");
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(dialog.getByText(/版已上线/)).toBeVisible({ timeout: 60_000 });
  expect(await ask(browser, "ax300 价格是多少")).toContain("AX-300：价格 1299 元");
  expect(await ask(browser, "AX-200 适用滤芯")).toContain("适用滤芯 F-01");
  expect(await ask(browser, "AX-200 是什么颜色")).not.toContain("黑");
  expect(await ask(browser, "机器漏水怎么办，我的电话是 13812345678")).toContain("这个我还不清楚");
});

test("a talk is kept as a case without anybody's number, approved, and then answers", async ({ browser }) => {
  const [talk] = await space.sql<{ id: string }[]>`
    select c.id from conversation c join message m on m.conversation_id = c.id
    where c.workspace_id = ${space.workspaceId} and m.parts::text like '%漏水%'`;
  await page.goto(`/conversations/${talk?.id}`);
  await page.getByRole("button", { name: "留作案例" }).click();
  const dialog = page.getByRole("dialog", { name: "留作案例" });
  await expect(dialog.getByLabel("遇到的问题")).toHaveValue(/漏水怎么办，我的电话是 13\*+78/);
  await dialog.getByLabel("遇到的问题").fill("机器漏水怎么办");
  await dialog.getByLabel("做法").fill("先拔掉电源，再检查水箱有没有扣好；还漏就寄回，来回运费我们承担。");
  await dialog.getByLabel("结果").fill("水箱没扣好，客户自己解决了");
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "保存为草稿" }).click();
  await page.getByRole("button", { name: "打开", exact: true }).click();
  const form = sheet("机器漏水怎么办");
  await expect(form.getByText("草稿")).toBeVisible();
  await expectNoSeriousFinding(page);
  const outcome = form.getByLabel("结果");
  await outcome.fill("还没写完");
  await page.reload();
  await expect(outcome).toHaveValue("还没写完");
  await form.getByRole("button", { name: "放弃修改" }).click();
  await expect(outcome).toHaveValue("水箱没扣好，客户自己解决了");
  expect(await ask(browser, "机器漏水了怎么办")).toContain("这个我还不清楚");
  await form.getByRole("button", { name: "审核通过" }).click();
  await expect(form.getByText("已审核", { exact: true })).toBeVisible();
  await form.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("searchbox", { name: "搜索问题、做法、背景、标签" }).fill("水箱");
  await expect(page.getByRole("list", { name: "案例列表" }).locator("mark").first()).toHaveText("水箱");
  await expectNoSeriousFinding(page);
  await expect
    .poll(() => ask(browser, "机器漏水了怎么办"), { timeout: 30_000 })
    .toContain("先拔掉电源，再检查水箱有没有扣好；还漏就寄回，来回运费我们承担。");
});
