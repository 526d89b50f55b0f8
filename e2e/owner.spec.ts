import { type Browser, expect, type Page, test } from "@playwright/test";
import { customer } from "./support/customer.ts";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** The owner's story: from an empty canvas to customers who are served, and back to yesterday's version when it was better. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let owner: TestPerson;
let bot: { readonly botId: string; readonly key: string };
let page: Page;

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("林记茶铺");
  owner = await space.addPerson("林晓");
  bot = await space.addBot("茶铺接待", {
    flow: {
      schema: 1,
      nodes: [{ id: "start", kind: "start", version: 1, position: { x: 80, y: 120 }, config: {} }],
      edges: [],
    },
  });
  page = await openWindow(browser);
});
test.afterAll(() => space.close());

async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, owner);
  return context.newPage();
}

const panel = (name: string) => page.getByRole("region", { name, exact: true });

/** Types into a rich text of the open node, as the owner does. */
async function write(place: number, text: string): Promise<void> {
  const editor = panel("属性").locator(".cm-content").nth(place);
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

async function addAfter(title: string, kind: string): Promise<void> {
  await page.getByRole("article", { name: title }).click();
  await page.getByRole("button", { name: `添加「${kind}」` }).click();
  await page.getByRole("article", { name: kind }).click();
}

async function publish(note: string): Promise<void> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("版本说明").fill(note);
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByRole("dialog").getByText(/版已上线/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("dialog").getByRole("button", { name: "完成" }).click();
}

test("draws a talk from an empty canvas", async () => {
  await page.goto(`/builder/${bot.botId}`);
  await addAfter("开始", "发送消息");
  await write(0, "您好，这里是林记茶铺。");
  await page.keyboard.press("Escape");
  await addAfter("发送消息", "提问");
  await expect(panel("属性").getByText(/^问题/).first()).toBeVisible();
  await write(0, "想喝什么茶？");
  await expect(page.getByRole("article", { name: "提问" })).toContainText("想喝什么茶？");
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  const draft = await space.readDraft(bot.botId);
  expect(draft.flow.nodes.map(({ kind }) => kind)).toEqual(["start", "message", "ask"]);
  expect(draft.flow.edges).toHaveLength(2);
});

test("fixes what the checker finds from its list", async () => {
  await page
    .getByRole("button", { name: /^问题：[1-9]/ })
    .first()
    .click();
  await expect(panel("问题").getByText("还没有连到下一步").first()).toBeVisible();
  await page.getByRole("button", { name: "一键修复" }).click();
  // Where the talk goes after the answer is the owner's decision; the list offers one.
  await panel("问题")
    .getByRole("button", { name: /「已回答」还没有连到下一步/ })
    .focus();
  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: /^(没有问题|问题：0 个错误)/ }).first()).toBeVisible();
});

test("tries the draft in the preview and sees each step, before any customer does", async () => {
  await page.getByRole("button", { name: "预览", exact: true }).click();
  const preview = panel("预览");
  await expect(preview.getByText("想喝什么茶？").first()).toBeVisible();
  await preview.getByRole("textbox").last().fill("龙井");
  await page.keyboard.press("Enter");
  await expect(preview.getByText("已回答").first()).toBeVisible();
  await preview.getByRole("button", { name: "关闭面板" }).click();
});

test("publishes, and a customer talks to it in the widget", async ({ browser }) => {
  await publish("第一版");
  const context = await browser.newContext();
  const chat = await context.newPage();
  await chat.goto(`/widget-demo?bot=${bot.key}`);
  await chat.getByRole("button", { name: "打开在线客服" }).click();
  const frame = chat.frameLocator("iframe").first();
  await expect(frame.getByText("想喝什么茶？")).toBeVisible();
  await context.close();
});

test("rolls back in two clicks while talks are open; the draft and the open talk stay as they are", async ({
  browser,
}) => {
  await page.getByRole("article", { name: "提问" }).click();
  await write(0, "改坏了的问题？");
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await publish("改了问题");

  const context = await browser.newContext();
  const chat = await context.newPage();
  await chat.goto(`/chat/${bot.key}`);
  const talk = customer(chat);
  await expect(talk.log).toContainText("改坏了的问题？");

  await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: "版本" }).click();
  await panel("版本").getByRole("button", { name: "回滚", exact: true }).first().click();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: "回滚" })
    .click();
  await expect
    .poll(async () => {
      const [row] = await space.sql<{ number: number }[]>`
      select v.number from bot b join flow_version v on v.id = b.live_version_id where b.id = ${bot.botId}`;
      return row?.number;
    })
    .toBe(1);

  // The open talk goes on on its version: its question is still the one that was asked.
  await talk.say("随便");
  await expect(talk.log).toContainText("随便");
  const fresh = await (await browser.newContext()).newPage();
  await expect(async () => {
    await fresh.context().clearCookies();
    await fresh.goto(`/chat/${bot.key}`);
    await expect(customer(fresh).log).toContainText("想喝什么茶？", { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  expect(JSON.stringify(await space.readDraft(bot.botId))).toContain("改坏了的问题？");
  await fresh.context().close();
  await context.close();
});
