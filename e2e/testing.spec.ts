import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import ExcelJS from "exceljs";
import papaparse from "papaparse";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** A good talk becomes a test, the test guards the way to customers, and a whole list of questions is asked at once. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let owner: TestPerson;
let botId = "";
let page: Page;

const at = (x: number, y = 160) => ({ x, y });
const say = (id: string, title: string, text: string) => ({
  ...{ id, title, kind: "message", version: 1, position: at(760, id.length * 90) },
  config: { blocks: [{ type: "text", text }] },
});

const INTENTS = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退掉", "不想要了想退款"] },
  { id: "open", name: "营业时间", examples: ["几点开门", "什么时候上班", "周末营业吗"] },
];

const FLOW = {
  schema: 1 as const,
  nodes: [
    {
      ...{ id: "start", kind: "start", version: 1, position: at(80) },
      config: { opening: "您好，欢迎光临" },
    },
    {
      ...{ id: "what", kind: "intent", version: 1, title: "要办什么", position: at(400) },
      config: { intents: INTENTS },
    },
    say("returning", "退货说明", "七天内可以退货，{{ name }}"),
    say("hours", "时间说明", "每天九点开门"),
    say("lost", "没听懂", "请换个说法"),
  ],
  edges: [
    { id: "e1", from: "start", port: "next", to: "what" },
    { id: "e2", from: "what", port: "return", to: "returning" },
    { id: "e3", from: "what", port: "open", to: "hours" },
    { id: "e4", from: "what", port: "none", to: "lost" },
    { id: "e5", from: "what", port: "ambiguous", to: "lost" },
    ...["returning", "hours", "lost"].map((from) => ({ id: `${from}-what`, from, port: "next", to: "what" })),
  ],
  variables: [{ name: "name", type: "text" as const, default: "小林" }],
};

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("测试间");
  owner = await space.addPerson("林晓");
  ({ botId } = await space.addBot("茶铺客服", { flow: FLOW }));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, owner);
  page = await context.newPage();
  await page.goto(`/builder/${botId}`);
});
test.afterAll(async () => {
  await page.context().close();
  await space.close();
});

const panel = (name: string) => page.getByRole("region", { name, exact: true });
const openPanel = (name: string) =>
  page.getByRole("navigation", { name: "面板" }).getByRole("button", { name }).click();

async function expectNoSeriousFinding(place = "main"): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(place).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
}

/** Replaces what a message node says, as its author does. */
async function rewrite(node: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "显示全部" }).click();
  await page.getByRole("article", { name: node }).click();
  await page.keyboard.press("Enter");
  await panel("属性").getByRole("textbox", { name: "正文" }).first().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await expect(page.getByRole("article", { name: node })).toContainText(text);
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
}

test("a talk of the preview is kept as a test, and its suite runs", async () => {
  await page.getByRole("button", { name: "预览", exact: true }).click();
  await page.getByRole("textbox", { name: "以客户身份说点什么" }).fill("几点开门");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log").getByText("每天九点开门")).toBeVisible();
  await page.getByRole("button", { name: "更多" }).last().click();
  await page.getByRole("menuitem", { name: "留作测试" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已存为测试", { exact: true })).toBeVisible();
  await panel("预览").getByRole("button", { name: "关闭面板" }).click();

  await openPanel("测试");
  const tests = panel("测试");
  await expect(tests.getByRole("img", { name: "还没运行" })).toBeVisible();
  await tests.getByRole("button", { name: "全部运行" }).click();
  await expect(tests.getByRole("status").filter({ hasText: "全部 1 个通过" })).toBeVisible();
  await expect(tests.getByRole("img", { name: "通过", exact: true })).toBeVisible();
  await expectNoSeriousFinding();
});

test("a required suite that fails keeps the draft from customers, and names the test", async () => {
  const tests = panel("测试");
  await tests.getByRole("button", { name: /^测试集「.+」的操作$/ }).click();
  await page.getByRole("menuitem", { name: "设为发布必过" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "设为发布必过" }).click();
  await expect(tests.getByText("发布必过")).toBeVisible();

  await rewrite("时间说明", "今天休息");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("版本说明").fill("改了时间");
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  const refusal = dialog.getByRole("alert").filter({ hasText: "1 个必过的测试没有通过" });
  await expect(refusal.getByRole("listitem")).toContainText("几点开门");
  expect(await space.sql`select from flow_version where bot_id = ${botId}`).toHaveLength(0);
  await expectNoSeriousFinding();

  // The way back to what is wrong: the test says what was expected, and what was said.
  await refusal.getByRole("button", { name: "查看测试" }).click();
  await panel("测试")
    .getByRole("button", { name: /几点开门/ })
    .click();
  await expect(panel("测试").getByText("每天九点开门").first()).toBeVisible();
  await expect(panel("测试").getByText("今天休息").first()).toBeVisible();
});

test("who only edits is told that others may pass over the tests", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, await space.addPerson("阿明", "editor"));
  const colleague = await context.newPage();
  await colleague.goto(`/builder/${botId}`);
  await colleague.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = colleague.getByRole("dialog");
  await expect(dialog.getByText("只有所有者和管理员可以在测试未通过时发布。")).toBeVisible();
  await expect(dialog.getByRole("switch", { name: "仍然发布" })).toHaveCount(0);
  await context.close();
});

test("an owner publishes against the tests, for a reason that is kept", async () => {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toContainText("1 个必过的测试没有通过");
  await dialog.getByRole("switch", { name: "仍然发布" }).click();
  await expect(dialog.getByRole("button", { name: "发布", exact: true })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "为什么可以不等测试通过" }).fill("今天确实休息");
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByRole("heading", { name: "第 1 版已上线" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "查看版本" }).click();
  await expect(panel("版本").getByText("测试未通过仍发布：今天确实休息")).toBeVisible();
  const [entry] = await space.sql<{ facts: unknown; actorId: string }[]>`
    select facts, actor_id as "actorId" from audit_entry
    where workspace_id = ${space.workspaceId} and facts ->> 'override' is not null`;
  expect(entry).toMatchObject({ facts: { number: 1, override: "今天确实休息" }, actorId: owner.userId });
});

test("a list of questions is asked in the background; classes, confusions and files say how it went", async () => {
  await openPanel("测试");
  await panel("测试").getByRole("link", { name: "批量提问" }).click();
  await expect(page.getByRole("heading", { name: "批量提问", level: 1 })).toBeVisible();
  await page
    .getByLabel("选择表格")
    .setInputFiles(toFile("七月的问题.csv", QUESTIONS.map((row) => row.join(",")).join("\n")));

  // What the flow does not know is named, row by row, before anything is asked.
  await expect(page.getByRole("row", { name: /开发票/ })).toContainText("流程里没有：预期意图");
  await expect(page.getByRole("row", { name: /能退吗/ })).toContainText("流程里没有变量：vip");
  await page.getByRole("button", { name: "开始提问（5 个）" }).click();
  await expect(page.getByRole("heading", { name: "七月的问题.csv" })).toBeVisible();
  await expectResults({ right: "60%" });

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "导出 CSV" }).click();
  const [heading, ...rows] = papaparse.parse<string[]>(
    readFileSync(await (await downloading).path(), "utf8").replace(/^\uFEFF/, ""),
    { skipEmptyLines: true },
  ).data;
  expect(heading?.slice(0, 2)).toEqual(["问题", "预期意图"]);
  expect(rows[1]?.slice(5, 7)).toEqual(["在吗", "name=阿明"]);
  expect(rows.map(([question]) => question)).toEqual([
    "几点开门",
    "我要退货",
    "7788",
    "怎么退掉",
    "周末营业吗",
  ]);
});

test("a workbook is asked as well, and its report is a workbook", async () => {
  await page.getByRole("link", { name: "全部记录" }).click();
  await expect(page.getByRole("link", { name: "查看「七月的问题.csv」的结果" })).toContainText("3/5 正确");
  const book = new ExcelJS.Workbook();
  book.addWorksheet("问题").addRows(QUESTIONS);
  // as: the library's type is of a Node buffer that it does not name.
  const bytes = (await book.xlsx.writeBuffer()) as unknown as ArrayBuffer;
  await page.getByLabel("选择表格").setInputFiles(toFile("七月的问题.xlsx", Buffer.from(bytes)));
  await page.getByRole("button", { name: "开始提问（5 个）" }).click();
  await expect(page.getByRole("heading", { name: "七月的问题.xlsx" })).toBeVisible();
  await expectResults({ right: "60%" });

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "导出 Excel" }).click();
  const report = new ExcelJS.Workbook();
  await report.xlsx.readFile(await (await downloading).path());
  expect(report.worksheets.map(({ name }) => name)).toEqual(["逐条结果", "意图", "问答", "混淆"]);
  expect(report.getWorksheet("混淆")?.getRow(2).values).toEqual([undefined, "退货", "营业时间", 1]);
});

test("a file in place of the draft brings its new tests along, beside those that the bot has", async () => {
  const exported = await page.request.get(`/console/export?bot=${botId}`);
  const file = await exported.json();
  const script = { turns: [{ does: { type: "say", text: "我要退货" }, expect: [] }] };
  file.tests = [...file.tests, { name: "新来的退货", script }];
  await page.goto("/bots");
  await page.getByRole("button", { name: "更多操作：茶铺客服" }).click();
  await page.getByRole("menuitem", { name: "用文件替换草稿" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("选择文件").setInputFiles({
    ...{ name: "茶铺.jieda.json", mimeType: "application/json" },
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(dialog.getByRole("switch", { name: "带上文件里的 2 个测试" })).toBeChecked();
  await dialog.getByRole("button", { name: "替换草稿" }).click();
  await expect(page.getByText("草稿已替换，加入 1 个测试", { exact: true })).toBeVisible();
  await openPanel("测试");
  await expect(panel("测试").getByRole("button", { name: /新来的退货/ })).toBeVisible();
  await expect(panel("测试").getByRole("button", { name: /几点开门/ })).toHaveCount(1);
  await expect(panel("测试").getByText("发布必过")).toHaveCount(1);
});

const QUESTIONS = [
  ["问题", "预期意图", "预期回复", "之前说过的话", "变量"],
  ["几点开门", "营业时间", "今天休息", "", ""],
  ["我要退货", "退货", "七天内可以退货，阿明", "在吗", "name=阿明"],
  ["7788", "无", "", "", ""],
  ["怎么退掉", "退货", "三十天内", "", ""],
  ["周末营业吗", "退货", "", "", ""],
  ["能开发票吗", "开发票", "", "", ""],
  ["能退吗", "", "", "", "vip=是"],
];

const toFile = (name: string, content: string | Buffer) => ({
  ...{ name, mimeType: "application/octet-stream" },
  buffer: Buffer.from(content),
});

/** The same questions give the same report, whatever file they came in. */
async function expectResults({ right }: { readonly right: string }): Promise<void> {
  await expect(page.getByRole("term").filter({ hasText: "正确率" })).toBeVisible();
  await expect(page.getByRole("definition").first()).toContainText(right);
  await expect(page.getByRole("row", { name: /怎么退掉/ })).toContainText("不正确");
  await page.getByRole("tab", { name: "按类别" }).click();
  await expect(page.getByRole("row", { name: /^营业时间/ })).toContainText("50%");
  await page.getByRole("tab", { name: "混淆矩阵" }).click();
  const matrix = page.getByRole("tabpanel", { name: "混淆矩阵" });
  await expect(matrix.getByRole("rowheader", { name: "退货" })).toBeVisible();
  await expect(matrix.getByRole("listitem").filter({ hasText: "退货 → 营业时间" })).toContainText("1 次");
  await expectNoSeriousFinding("main");
}
