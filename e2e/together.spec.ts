import { type Browser, expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** Two editors at once, a browser that dies, a network that goes: nothing that anyone typed is lost. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let lin: TestPerson;
let ming: TestPerson;
let botId = "";

test.beforeAll(async () => {
  space = await openWorkspace("一起画");
  lin = await space.addPerson("林晓");
  ming = await space.addPerson("小明", "editor");
});
test.afterAll(() => space.close());

const say = (id: string, y: number, text: string) => ({
  id,
  kind: "message",
  version: 1,
  title: id === "hello" ? "欢迎" : "再见",
  position: { x: 80, y },
  config: { blocks: [{ type: "text", text }] },
});

async function makeBot(): Promise<void> {
  const bot = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", version: 1, position: { x: 80, y: 160 }, config: {} },
        say("hello", 300, "您好"),
        say("bye", 460, "再见"),
      ],
      edges: [
        { id: "e1", from: "start", port: "next", to: "hello" },
        { id: "e2", from: "hello", port: "next", to: "bye" },
      ],
    },
  });
  botId = bot.botId;
}

async function openBuilder(browser: Browser, person: TestPerson): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, person);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(page.getByRole("heading", { name: "茶铺客服" })).toBeVisible();
  await expect(page.locator('[data-node="hello"]')).toBeVisible();
  return page;
}

/** Opens a node and gives it another title, as a person does. */
async function rename(page: Page, nodeId: string, title: string): Promise<void> {
  await page.locator(`[data-node="${nodeId}"]`).click();
  const field = page.getByRole("textbox", { name: "节点名称" });
  await field.fill(title);
}

const isSaved = (page: Page) => expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();

const titleOf = async (nodeId: string) =>
  (await space.readDraft(botId)).flow.nodes.find(({ id }) => id === nodeId)?.title;

test.beforeEach(makeBot);

test("two people edit different nodes: both see who is here, and both edits survive", async ({ browser }) => {
  const [one, other] = [await openBuilder(browser, lin), await openBuilder(browser, ming)];
  await expect(one.getByRole("list", { name: /小明/ })).toBeVisible();
  await rename(one, "hello", "林晓写的");
  await rename(other, "bye", "小明写的");
  await Promise.all([isSaved(one), isSaved(other)]);
  await expect(one.locator('[data-node="bye"]')).toContainText("小明写的");
  await expect(other.locator('[data-node="hello"]')).toContainText("林晓写的");
  expect([await titleOf("hello"), await titleOf("bye")]).toEqual(["林晓写的", "小明写的"]);
  await one.context().close();
  await other.context().close();
});

test("two people edit the same field offline: the later one is asked, and may keep his own", async ({
  browser,
}) => {
  const [one, other] = [await openBuilder(browser, lin), await openBuilder(browser, ming)];
  // The panel's code comes ahead of its first use; here it is waited for by opening it.
  await other.locator('[data-node="bye"]').click();
  await expect(other.getByRole("textbox", { name: "节点名称" })).toBeVisible();
  await other.context().setOffline(true);
  await rename(other, "hello", "小明的标题");
  await expect(other.getByText(/离线，1 处待保存/)).toBeVisible();
  await rename(one, "hello", "林晓的标题");
  await isSaved(one);
  await other.context().setOffline(false);
  const card = other.getByRole("alert").filter({ hasText: "有人先改了" });
  await expect(card).toContainText("林晓的标题");
  await expect(card).toContainText("小明的标题");
  await card.getByRole("button", { name: "改用我的" }).click();
  await expect.poll(() => titleOf("hello")).toBe("小明的标题");
  await one.context().close();
  await other.context().close();
});

test("a browser that crashes in mid-edit gives the edit back when the bot is opened again", async ({
  browser,
}) => {
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(page.locator('[data-node="hello"]')).toBeVisible();
  await page.route("**/trpc/draft.save**", (route) => route.abort());
  await rename(page, "hello", "还没保存就崩了");
  await expect(page.getByText(/处待保存/)).toBeVisible();
  // Closing without its handlers is what a crash looks like to the page.
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(`/builder/${botId}`);
  await expect(again.locator('[data-node="hello"]')).toContainText("还没保存就崩了");
  await expect(again.getByText(/已找回上次没有保存的/).first()).toBeVisible();
  expect(await titleOf("hello")).toBe("还没保存就崩了");
  await context.close();
});

test("undo and redo travel through everything, but never from inside a text field", async ({ browser }) => {
  const page = await openBuilder(browser, lin);
  await rename(page, "hello", "改名");
  await page.keyboard.press("Control+z");
  // Inside the field it is the field's own undo: the graph stays.
  await expect(page.locator('[data-node="bye"]')).toBeVisible();
  await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
  await page.locator('[data-node="bye"]').click();
  await page.keyboard.press("Delete");
  await expect(page.locator('[data-node="bye"]')).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-node="bye"]')).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator('[data-node="bye"]')).toHaveCount(0);
  await page.getByRole("button", { name: /^撤销/ }).click();
  await isSaved(page);
  expect((await space.readDraft(botId)).flow.nodes.map(({ id }) => id)).toContain("bye");
  await page.context().close();
});

test("whoever may only look sees the canvas, and nothing that would write", async ({ browser }) => {
  const viewer = await space.addPerson("客服小王", "agent");
  const page = await openBuilder(browser, viewer);
  let writes = 0;
  page.on("request", (request) => {
    if (request.url().includes("draft.save")) writes += 1;
  });
  await expect(page.getByText("只读")).toBeVisible();
  await page.locator('[data-node="hello"]').click();
  await page.keyboard.press("Delete");
  await expect(page.locator('[data-node="hello"]')).toBeVisible();
  expect(writes).toBe(0);
  await page.context().close();
});
