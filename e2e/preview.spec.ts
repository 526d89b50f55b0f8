import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** Somebody talks to a draft, sees why each answer came, stops it, keeps it, and lets a colleague without an account try. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let botId = "";
let page: Page;

const at = (x: number, y = 160) => ({ x, y });
const say = (id: string, title: string, text: string) => ({
  ...{ id, title, kind: "message", version: 1, position: at(760, id.length * 60) },
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
  ],
  variables: [{ name: "name", type: "text" as const, default: "小林" }],
};

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("预览");
  const owner = await space.addPerson("林晓");
  ({ botId } = await space.addBot("茶铺客服", { flow: FLOW }));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, owner);
  page = await context.newPage();
  await page.goto(`/builder/${botId}`);
});
test.afterAll(async () => {
  await page.context().close();
  await space.close();
});

const panel = () => page.locator("[data-preview]");
const log = () => panel().getByRole("log");

async function speak(text: string): Promise<void> {
  const field = page.getByLabel("以客户身份说点什么");
  await field.fill(text);
  await field.press("Enter");
}

test("the draft is talked to beside the canvas, and each answer says why it came", async () => {
  await page.getByRole("button", { name: "预览", exact: true }).click();
  await expect(log().getByText("您好，欢迎光临")).toBeVisible();
  await speak("我要退货");
  await expect(log().getByText("七天内可以退货，小林")).toBeVisible();
  const step = log()
    .getByRole("button", { name: /要办什么/ })
    .last();
  await expect(step).toContainText("退货");
  await step.click();
  await expect(log().getByText("候选")).toBeVisible();
  await expect(log().getByText("确定")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("[data-preview]").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test("a talk goes on from an earlier turn, and asks a message again", async () => {
  await speak("几点开门");
  await expect(log().getByText("每天九点开门")).toBeVisible();
  await panel().getByRole("button", { name: "从这里接着聊" }).last().click();
  await expect(log().getByText("每天九点开门")).toBeHidden();
  await expect(log().getByText("七天内可以退货，小林")).toBeVisible();
  await expect(page.getByLabel("以客户身份说点什么")).toBeFocused();
  const news = page.locator("li").filter({ hasText: "已回到第 2 轮" });
  await news.getByRole("button", { name: "撤销" }).click();
  await expect(log().getByText("每天九点开门")).toBeVisible();

  // The same message once more: what came after it is gone, and the answer is a new one.
  await panel().getByRole("button", { name: "这句再问一遍" }).first().click();
  await expect(log().getByText("几点开门")).toHaveCount(0);
  await expect(log().getByText("每天九点开门")).toHaveCount(0);
  await expect(log().getByText("七天内可以退货，小林")).toHaveCount(1);
  await expect(log().getByText("我要退货")).toHaveCount(1);
  const again = page.locator("li").filter({ hasText: "已从第 2 轮重新问起" });
  await again.getByRole("button", { name: "撤销" }).click();
  await expect(log().getByText("每天九点开门")).toBeVisible();
  await panel().getByRole("button", { name: "这句再问一遍" }).first().click();
  await expect(log().getByText("几点开门")).toHaveCount(0);
  await expect(log().getByText("七天内可以退货，小林")).toHaveCount(1);
});

test("undo in the preview's field takes back words, never a node", async () => {
  const field = page.getByLabel("以客户身份说点什么");
  await field.fill("在吗");
  await field.press("Control+z");
  await field.press("Delete");
  await expect(page.locator('[data-node="hours"]')).toBeAttached();
  expect((await space.readDraft(botId)).flow.nodes).toHaveLength(FLOW.nodes.length);
  await field.fill("");
});

test("the talk stops at a breakpoint, takes an edited variable, and survives a reload", async () => {
  // A click on a step shows its node on the canvas, and what can be tried with it.
  await log()
    .getByRole("button", { name: /退货说明/ })
    .last()
    .click();
  await panel().getByRole("button", { name: "断点", exact: true }).click();
  await speak("怎么退掉");
  await expect(panel().getByText("停在「退货说明」之前")).toBeVisible();
  // The talk is written to the tab's storage a moment after it changed.
  await expect
    .poll(() => page.evaluate((id) => sessionStorage.getItem(`jieda.preview.${id}`), botId))
    .toContain('"paused"');
  await page.reload();
  await page.getByRole("button", { name: "预览", exact: true }).click();
  await expect(panel().getByText("停在「退货说明」之前")).toBeVisible();
  await panel().getByRole("radio", { name: "变量" }).click();
  await panel().getByRole("button", { name: "修改 name" }).click();
  await panel().getByRole("textbox", { name: "修改 name" }).fill("阿明");
  await page.keyboard.press("Enter");
  await panel().getByRole("radio", { name: "对话" }).click();
  await panel().getByRole("button", { name: "取消断点并继续" }).click();
  await expect(log().getByText("七天内可以退货，阿明")).toBeVisible();
});

test("what is told to go wrong goes wrong, and a fault that no node asks about says so", async () => {
  await panel().getByRole("button", { name: "预览设置" }).click();
  const settings = page.getByRole("dialog", { name: "预览设置" });
  await expect(settings.getByRole("region", { name: "故障演练" })).toContainText("流程里没有节点会问");
  await settings.getByRole("combobox", { name: "意图与问答识别" }).click();
  await page.getByRole("option", { name: "出错" }).click();
  await page.keyboard.press("Escape");
  await speak("几点开门");
  await expect(log().getByText("请换个说法")).toBeVisible();
  await panel().getByRole("button", { name: "预览设置" }).click();
  await settings.getByRole("combobox", { name: "意图与问答识别" }).click();
  await page.getByRole("option", { name: "正常" }).click();
  await page.keyboard.press("Escape");
});

test("a good talk is kept as a test", async () => {
  await panel().getByRole("button", { name: "重新开始" }).click();
  await expect(log().getByText("七天内可以退货，阿明")).toBeHidden();
  await speak("几点开门");
  await expect(log().getByText("每天九点开门")).toBeVisible();
  await panel().getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "留作测试" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已存为测试", { exact: true })).toBeVisible();
  const kept = await space.sql`select name, source from flow_test where bot_id = ${botId}`;
  expect(kept).toMatchObject([{ name: "几点开门", source: "preview" }]);
});

test("somebody without an account talks through a link; what they say lands on the node", async ({
  browser,
}) => {
  await page.getByRole("button", { name: "评论", exact: true }).click();
  await page.getByRole("button", { name: "创建测试链接" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "名称" }).fill("门店试用");
  await dialog.getByRole("button", { name: "创建链接" }).click();
  const url = await dialog.getByRole("textbox", { name: "测试链接" }).inputValue();
  await page.keyboard.press("Escape");

  const visit = await browser.newContext();
  const guest = await visit.newPage();
  await guest.goto(url);
  await guest.getByLabel("像客户一样提问").fill("几点开门");
  await guest.keyboard.press("Enter");
  await expect(guest.getByText("每天九点开门")).toBeVisible();
  await guest.getByRole("button", { name: "答得不好" }).last().click();
  await guest.getByRole("textbox", { name: "对这句话的评论" }).fill("周末呢？");
  await guest.getByRole("button", { name: "提交" }).click();
  await expect(guest.getByText("已收到，谢谢", { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: guest }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await guest.goto(`${url.slice(0, -1)}${url.endsWith("A") ? "Q" : "A"}`);
  await expect(guest.getByRole("heading", { name: "链接打不开" })).toBeVisible();
  await visit.close();

  const comments = page.getByRole("region", { name: "评论" });
  await expect(comments.getByText("周末呢？").first()).toBeVisible();
  await comments
    .getByRole("button", { name: /时间说明/ })
    .first()
    .click();
  await expect(page.locator('[data-node="hours"]')).toBeVisible();
  await comments.getByRole("button", { name: "解决", exact: true }).first().click();
  await expect(comments.getByText("周末呢？")).toHaveCount(0);
});
