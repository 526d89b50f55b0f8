import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { customer } from "./support/customer.ts";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** A version goes to a few customers first; it stops itself when their talks go wrong, and somebody decides what becomes of it. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let bot: { readonly botId: string; readonly key: string };
let page: Page;

const at = (x: number, y = 160) => ({ x, y });
const INTENTS = [
  { id: "open", name: "营业时间", examples: ["几点开门", "什么时候上班", "周末营业吗"] },
  { id: "return", name: "退货", examples: ["我要退货", "怎么退掉", "不想要了想退款"] },
];
const say = (id: string, title: string, text: string) => ({
  ...{ id, title, kind: "message", version: 1, position: at(760, id.length * 80) },
  config: { blocks: [{ type: "text", text }] },
});

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
    say("hours", "时间说明", "每天九点开门"),
    say("returning", "退货说明", "七天内可以退货"),
    { ...{ id: "lost", kind: "fallback", version: 1, position: at(760, 60) }, config: {} },
  ],
  edges: [
    { id: "e1", from: "start", port: "next", to: "what" },
    { id: "e2", from: "what", port: "open", to: "hours" },
    { id: "e3", from: "what", port: "return", to: "returning" },
    { id: "e4", from: "what", port: "none", to: "lost" },
    { id: "e5", from: "what", port: "ambiguous", to: "lost" },
    { id: "e6", from: "lost", port: "retry", to: "what" },
    { id: "e7", from: "lost", port: "escalate", to: "what" },
    { id: "e8", from: "hours", port: "next", to: "what" },
    { id: "e9", from: "returning", port: "next", to: "what" },
  ],
};

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("灰度");
  bot = await space.addBot("茶铺客服", { flow: FLOW });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, await space.addPerson("林晓"));
  page = await context.newPage();
  await page.goto(`/builder/${bot.botId}`);
});
test.afterAll(async () => {
  await page.context().close();
  await space.close();
});

const panel = (name: string) => page.getByRole("region", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const running = (number: number) => page.getByRole("region", { name: `第 ${number} 版正在灰度` });
const halted = (number: number) => page.getByRole("region", { name: `第 ${number} 版的灰度已自动停止` });

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

async function expectNoSeriousFinding(place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(place).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
}

/** A new talk of this customer, and what came of one question. */
async function ask(context: BrowserContext, question: string): Promise<string> {
  const chat = await context.newPage();
  await chat.goto(`/chat/${bot.key}`);
  const { say: speak, expectGroups, read } = customer(chat);
  await expectGroups(1);
  await speak(question);
  await expectGroups(3);
  const last = (await read()).at(-1) ?? "";
  await chat.close();
  return last;
}

/** Somebody whom the shop has not seen before. */
async function askAsStranger(browser: Browser, question: string): Promise<string> {
  const context = await browser.newContext();
  const answer = await ask(context, question);
  await context.close();
  return answer;
}

/** The share is 0: only the named customer can get the new version. */
test("a new version goes to one named customer, and to nobody else", async ({ browser }) => {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await dialog().getByLabel("版本说明").fill("第一版");
  await dialog().getByRole("button", { name: "发布", exact: true }).click();
  await dialog().getByRole("button", { name: "完成" }).click();

  const regular = await browser.newContext();
  expect(await ask(regular, "几点开门")).toContain("每天九点开门");
  const [known] = await space.sql<{ key: string; talk: string }[]>`
    select p.key, c.id as talk from conversation c join contact p on p.id = c.contact_id where c.bot_id = ${bot.botId}`;
  // The operator finds who it is where the talk stands.
  const talks = await page.context().newPage();
  await talks.goto(`/conversations/${known?.talk}`);
  await expect(talks.getByRole("button", { name: "复制客户编号" })).toBeVisible();
  await talks.close();

  await rewrite("时间说明", "每天八点开门");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await dialog().getByRole("radio", { name: "先给一部分（灰度）" }).click();
  await dialog().getByRole("textbox", { name: "客户比例" }).fill("0");
  await dialog().getByText("更多条件").click();
  await dialog()
    .getByRole("textbox", { name: "必定看到的客户" })
    .fill(known?.key ?? "");
  await expectNoSeriousFinding("[role=dialog]");
  await dialog().getByRole("button", { name: "开始灰度" }).click();
  await expect(page.getByRole("heading", { name: "第 2 版开始灰度，先给 0% 的客户" })).toBeVisible();
  await dialog().getByRole("button", { name: "查看版本" }).click();
  await expect(running(2)).toBeVisible();
  await expect(running(2)).toContainText("林晓");

  await expect
    .poll(async () => {
      const context = await browser.newContext({ storageState: await regular.storageState() });
      await context.addInitScript(() => {
        for (const key of Object.keys(localStorage))
          if (key.startsWith("jieda:talk:")) localStorage.removeItem(key);
      });
      const answer = await ask(context, "几点开门");
      await context.close();
      return answer;
    })
    .toContain("每天八点开门");
  expect(await askAsStranger(browser, "几点开门")).toContain("每天九点开门");
  await regular.close();
});

test("talks that go wrong halt it, with the reason on the card; customers get the live version again", async ({
  browser,
}) => {
  await running(2).getByRole("button", { name: "调整" }).click();
  await dialog().getByRole("radio", { name: "全部" }).click();
  await dialog().getByRole("spinbutton", { name: "至少多少个对话后检查" }).fill("3");
  await dialog().getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("灰度已调整，几秒内生效", { exact: true })).toBeVisible();
  await expect.poll(() => askAsStranger(browser, "几点开门")).toContain("每天八点开门");
  for (const nonsense of ["7788", "5566", "3344", "9911"]) await askAsStranger(browser, nonsense);

  // The watch looks every 20 to 25 seconds; the page hears of it by itself.
  await expect(halted(2)).toBeVisible({ timeout: 60_000 });
  await expect(halted(2).getByRole("alert")).toContainText(/答不上来的对话达到 [\d.]+%，超过上限 40%/);
  await expectNoSeriousFinding("main");
  await expect.poll(() => askAsStranger(browser, "几点开门")).toContain("每天九点开门");
  await page.goto(`/bots/${bot.botId}`);
  await expect(page.getByRole("alert").filter({ hasText: "第 2 版的灰度已自动停止" })).toBeVisible();
  await page.goto(`/builder/${bot.botId}`);
});

test("it runs again under a wider limit, is measured anew, and is given to everybody", async ({
  browser,
}) => {
  await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: "版本" }).click();
  await halted(2).getByRole("button", { name: "重新开始" }).click();
  await dialog().getByRole("textbox", { name: "答不上来的对话超过" }).fill("90");
  await dialog().getByRole("button", { name: "重新开始" }).click();
  await expect(running(2)).toBeVisible();
  await expect(running(2).getByRole("definition").first()).toHaveText("0");
  await running(2).getByRole("button", { name: "全量发布" }).click();
  await expect(dialog().getByRole("radio", { name: /按原来的版本聊完/ })).toBeChecked();
  await dialog().getByRole("button", { name: "全量发布" }).click();
  await expect(page.getByText("第 2 版已全量", { exact: true })).toBeVisible();
  await expect(running(2)).toHaveCount(0);
  await expect.poll(() => askAsStranger(browser, "几点开门")).toContain("每天八点开门");
});

test("everybody gets the first version back; the dialog asks what becomes of open talks", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const chat = await context.newPage();
  await chat.goto(`/chat/${bot.key}`);
  const talk = customer(chat);
  await talk.say("几点开门");
  await expect(talk.log).toContainText("每天八点开门");

  await panel("版本").getByRole("button", { name: "回滚", exact: true }).click();
  await expect(page.getByRole("heading", { name: "回滚到第 1 版？" })).toBeVisible();
  await expectNoSeriousFinding("[role=dialog]");
  await dialog()
    .getByRole("radio", { name: /下一句话起用新版本/ })
    .click();
  await dialog().getByRole("button", { name: "回滚" }).click();
  await expect(page.getByText("已回滚到第 1 版", { exact: true })).toBeVisible();
  await talk.say("周末营业吗");
  await expect(talk.log).toContainText("每天九点开门");
  await context.close();
});

test("a version that is out already goes out gray from its menu, and is stopped by hand", async () => {
  await panel("版本").getByRole("button", { name: "第 2 版的操作" }).click();
  await page.getByRole("menuitem", { name: "灰度发布这个版本" }).click();
  await dialog().getByRole("button", { name: "开始灰度" }).click();
  await expect(running(2)).toContainText("10%");
  await running(2).getByRole("button", { name: "停止灰度" }).click();
  await expect(page.getByRole("heading", { name: "停止第 2 版的灰度？" })).toBeVisible();
  await dialog().getByRole("button", { name: "停止灰度" }).click();
  await expect(page.getByText("灰度已停止", { exact: true })).toBeVisible();
  await expect(running(2)).toHaveCount(0);
});

test("the bot's history says what served whom, and who decided so", async () => {
  const history = panel("版本").getByRole("region", { name: "发布记录" });
  await expect(history.getByRole("listitem").first()).toContainText("停止第 2 版的灰度");
  await history.getByRole("button", { name: "显示全部 9 条" }).click();
  await expect(history.getByRole("listitem")).toHaveCount(9);
  await expect(history.getByRole("listitem").filter({ hasText: "自动停止" })).toContainText(
    /答不上来的对话 [\d.]+%，上限 40%/,
  );
  await expect(history.getByRole("listitem").last()).toContainText("第 1 版上线");
});

test("a customer's talk is replayed on the draft, which shows where they part", async () => {
  const [first] = await space.sql<{ id: string }[]>`
    select id from conversation where bot_id = ${bot.botId} order by id limit 1`;
  await page.goto(`/conversations/${first?.id}`);
  await page.getByRole("link", { name: "在草稿上重放" }).click();
  await expect(dialog()).toContainText("从第 2 轮开始不一样");
  const turn = dialog().getByRole("listitem").filter({ hasText: "第 2 轮" });
  await expect(turn).toContainText("每天九点开门");
  await expect(turn).toContainText("每天八点开门");
  await expect(dialog().getByRole("listitem").filter({ hasText: "第 1 轮" })).toContainText("您好，欢迎光临");
  await expectNoSeriousFinding("[role=dialog]");

  // Another talk, from the list: it was answered as the draft answers.
  await dialog().getByRole("button", { name: "换一个对话" }).click();
  await dialog().getByRole("button", { name: /9911/ }).first().click();
  await expect(dialog()).toContainText("草稿的回答和当时完全一样");

  // From any of its turns the talk goes on by hand, on the draft or on a version.
  await dialog().getByRole("combobox", { name: "对话对象" }).click();
  await page.getByRole("option", { name: /版本 1/ }).click();
  await expect(dialog().getByText("版本 1", { exact: true }).first()).toBeVisible();
  const second = dialog().getByRole("listitem").filter({ hasText: "第 2 轮" });
  await second.getByRole("button", { name: "从这里接着聊" }).click();
  await expect(dialog()).toBeHidden();
  const preview = page.locator("[data-preview]");
  await expect(preview).toContainText("正在和版本 1 对话");
  await expect(preview.getByRole("log").getByText("9911", { exact: true })).toBeVisible();
  // A reload comes back to the version, not to the draft.
  await expect
    .poll(() => page.evaluate((id) => sessionStorage.getItem(`jieda.preview.${id}`), bot.botId))
    .toContain("9911");
  await page.reload();
  await expect(dialog()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog()).toBeHidden();
  await expect(preview).toContainText("正在和版本 1 对话");
  await preview.getByRole("button", { name: "回到草稿" }).click();
  await expect(preview).not.toContainText("正在和版本 1 对话");
});
