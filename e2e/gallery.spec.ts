import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** How a bot begins: from a template, from a file of ours, from another builder; and how it goes and comes back. */
test.describe.configure({ mode: "serial" });

const FIXTURES = join(import.meta.dirname, "../flows/transfer/fixtures");

let space: TestWorkspace;
let owner: TestPerson;
let page: Page;

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("新店");
  owner = await space.addPerson("林晓");
  page = await openWindow(browser);
});
test.afterAll(() => space.close());

/** One window for the whole story, as one person has it. */
async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, owner);
  return context.newPage();
}

async function expectNoSeriousFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
}

test("an empty workspace leads to the gallery; three clicks later a template is open in the builder", async () => {
  await page.goto("/bots");
  await page.getByRole("link", { name: "新建机器人" }).click();
  await expect(page.getByRole("heading", { name: "新建机器人", level: 1 })).toBeVisible();
  await expectNoSeriousFinding(page);
  await page.getByRole("button", { name: "使用模板：酒店前台" }).click();
  await expect(page.getByLabel("机器人名称")).toHaveValue("酒店前台");
  await expectNoSeriousFinding(page);
  await page.getByLabel("机器人名称").fill("云栖前台");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/builder\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "云栖前台" })).toBeVisible();
  await expect(page.locator('[data-node="welcome"]')).toBeVisible();
});

test("a bot goes out as a file and comes back as another bot", async () => {
  await page.goto("/bots");
  await page.getByRole("button", { name: "更多操作：云栖前台" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "导出文件" }).click();
  const file = await (await downloading).path();
  const text = readFileSync(file, "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "jieda-bundle", name: "云栖前台" });

  await page.goto("/bots/new");
  await page
    .getByLabel("导入已有的机器人")
    .setInputFiles({ name: "云栖.jieda.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("解答导出");
  await dialog.getByLabel("机器人名称").fill("二号店");
  await dialog.getByRole("button", { name: "创建并打开画布" }).click();
  await expect(page.getByRole("heading", { name: "二号店" })).toBeVisible();
});

test("a chatflow of Dify becomes a draft, with a report and a place for its knowledge", async () => {
  await page.goto("/bots/new");
  await page.getByLabel("导入已有的机器人").setInputFiles(join(FIXTURES, "dify-chatflow.yml"));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "导入报告" })).toContainText("组织回答");
  await expect(dialog.getByRole("region", { name: "文件里缺少的内容" })).toContainText("knowledge-ds-77");
  await dialog.getByRole("combobox", { name: "knowledge-ds-77 怎么处理" }).click();
  await page.getByRole("option", { name: "新建一个空的" }).click();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "创建并打开画布" }).click();
  await expect(page.getByRole("heading", { name: "宠物店客服" })).toBeVisible();
  await expect(page.locator('[data-node="1002"]')).toBeVisible();
});

test("a broken file is refused with its reason, and nothing is made", async () => {
  await page.goto("/bots/new");
  await page.getByLabel("导入已有的机器人").setInputFiles({
    name: "坏.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"format": "jieda-bundle"'),
  });
  await expect(page.getByRole("alert")).toContainText("这个文件不能导入");
});

test("a deleted bot wants its name typed, and can be brought back", async () => {
  await page.goto("/bots");
  await page.getByRole("button", { name: "更多操作：二号店" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "删除" })).toBeDisabled();
  await dialog.getByLabel("输入「二号店」确认").fill("二号店");
  await dialog.getByRole("button", { name: "删除" }).click();
  await expect(page.getByRole("link", { name: "二号店" })).toBeHidden();
  await page.getByRole("button", { name: "最近删除（1）" }).click();
  await page.getByRole("button", { name: "找回" }).click();
  await expect(page.getByRole("link", { name: "二号店" })).toBeVisible();
});

test("on a phone the figures of a bot are seen whole, in the language of longer words too", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  await space.signIn(context, owner);
  const phone = await context.newPage();
  await phone.goto("/bots");
  const figure = phone.getByText("Messages today", { exact: true }).first();
  await expect(figure).toBeVisible();
  // The words themselves: they may hang out of their box.
  const room = await figure.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    const card = element.closest("li")?.getBoundingClientRect();
    return (card?.right ?? 0) - words.getBoundingClientRect().right;
  });
  expect(room).toBeGreaterThanOrEqual(12);
  await context.close();
});
