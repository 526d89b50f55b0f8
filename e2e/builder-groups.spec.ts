import { type Browser, expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** Large drawings are kept readable: groups fold, parts become sub-flows, several nodes are changed at once. */
let space: TestWorkspace;
let lin: TestPerson;

test.beforeAll(async () => {
  space = await openWorkspace("理清流程");
  lin = await space.addPerson("林晓");
});
test.afterAll(() => space.close());

const at = (x: number, y: number) => ({ version: 1, position: { x, y } });

async function openBuilder(browser: Browser, isFolded = false): Promise<[Page, string]> {
  const { botId } = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", config: {}, ...at(0, 0) },
        {
          id: "sugar",
          kind: "ask",
          title: "问甜度",
          config: { question: "几分糖？", variable: "sugar" },
          ...at(336, 0),
        },
        { id: "ice", kind: "ask", title: "问冰量", config: { question: "要冰吗？" }, ...at(336, 160) },
        { id: "bye", kind: "end", title: "再见", config: {}, ...at(720, 0) },
        {
          id: "tip",
          kind: "message",
          title: "提示",
          config: { blocks: [{ type: "text", text: "默认七分糖" }] },
          ...at(720, -160),
        },
      ],
      edges: [
        { id: "e1", from: "start", port: "next", to: "sugar" },
        { id: "e2", from: "sugar", port: "answered", to: "ice" },
        { id: "e3", from: "sugar", port: "invalid", to: "tip" },
        { id: "e4", from: "ice", port: "answered", to: "bye" },
        { id: "e5", from: "ice", port: "invalid", to: "bye" },
        { id: "e6", from: "tip", port: "next", to: "bye" },
      ],
      variables: [{ name: "sugar", type: "text" }],
      groups: [{ id: "g", title: "点单", nodes: ["sugar", "ice"], ...(isFolded ? { collapsed: true } : {}) }],
    },
  });
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(page.locator('[data-node="bye"]')).toBeVisible();
  return [page, botId];
}

const card = (page: Page, id: string) => page.locator(`[data-node="${id}"]`);
const folded = (page: Page) => page.getByRole("article", { name: "已收起的分组：点单，2 个节点" });
const flowOf = async (botId: string) => (await space.readDraft(botId)).flow;
const pick = async (page: Page, ...ids: string[]) => {
  for (const id of ids) await card(page, id).click({ modifiers: ["Shift"] });
};

test("a group folds into one card that keeps its outer wires, moves its nodes, and opens again", async ({
  browser,
}) => {
  const [page, botId] = await openBuilder(browser);
  await page.getByRole("button", { name: "收起分组「点单」" }).click();
  await expect(folded(page)).toBeVisible();
  await expect(card(page, "sugar")).toHaveCount(0);
  await expect(page.locator(".react-flow__edge")).toHaveCount(5);
  await expect.poll(async () => (await flowOf(botId)).groups[0]?.collapsed).toBe(true);

  const box = await folded(page).boundingBox();
  const from = { x: (box?.x ?? 0) + 140, y: (box?.y ?? 0) + 20 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 120, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => (await flowOf(botId)).nodes.map(({ position }) => position.y > 60))
    .toEqual([false, true, true, false, false]);

  await page.getByRole("button", { name: "展开分组「点单」" }).click();
  await expect(card(page, "sugar")).toBeVisible();
  await page.locator("[data-canvas]").focus();
  for (const _step of ["open", "move", "fold"]) await page.keyboard.press("Control+z");
  await expect
    .poll(async () => {
      const { groups, nodes } = await flowOf(botId);
      return [groups[0]?.collapsed ?? false, nodes[1]?.position.y];
    })
    .toEqual([false, 0]);
  await page.context().close();
});

test("what a search finds in a folded group is shown, and put away again afterwards", async ({ browser }) => {
  const [page] = await openBuilder(browser, true);
  await expect(folded(page)).toBeVisible();
  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找" }).fill("要冰吗");
  await expect(page.getByText("1 / 1")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(card(page, "ice")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator(".react-flow__pane").click({ position: { x: 20, y: 400 } });
  await expect(folded(page)).toBeVisible();
  await page.context().close();
});

test("selected nodes become a sub-flow with a name of its own, in one step", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  await pick(page, "sugar", "ice");
  await page.getByRole("toolbar", { name: "所选内容" }).getByRole("button", { name: "做成子流程" }).click();
  const call = page.getByRole("article", { name: "子流程" });
  await expect(call).toContainText("→ 子流程 1");
  await expect.poll(async () => Object.keys((await space.readDraft(botId)).subflows)).toEqual(["subflow-1"]);
  expect((await flowOf(botId)).nodes.map(({ kind }) => kind)).toEqual(["start", "subflow", "end", "message"]);

  await call.dblclick();
  await expect(card(page, "ice")).toBeVisible();
  await page.getByRole("button", { name: "子流程「子流程 1」的操作" }).click();
  await page.getByRole("menuitem", { name: "重命名子流程" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill("点单流程");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "流程" })).toContainText("点单流程");
  await page.getByRole("button", { name: "主流程" }).click();
  await expect(call).toContainText("→ 点单流程");

  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("Control+z");
  await expect(call).toContainText("→ 子流程 1");
  await page.keyboard.press("Control+z");
  await expect(card(page, "sugar")).toBeVisible();
  await expect.poll(async () => (await space.readDraft(botId)).subflows).toEqual({});
  await page.context().close();
});

test("a selection with two ways in is refused with their names", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  await pick(page, "ice", "tip");
  await page.getByRole("toolbar", { name: "所选内容" }).getByRole("button", { name: "做成子流程" }).click();
  await expect(page.getByText("所选节点却从「问冰量」、「提示」多处进入").first()).toBeVisible();
  await expect(card(page, "ice")).toBeVisible();
  expect((await space.readDraft(botId)).subflows).toEqual({});
  await page.context().close();
});

test("several nodes are set, switched off and deleted at once", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  const bar = page.getByRole("toolbar", { name: "所选内容" });
  const fieldsOf = async () =>
    (await flowOf(botId)).nodes.map(({ disabled = false, retry, timeoutMs }) => [
      disabled,
      retry?.max ?? 0,
      timeoutMs ?? 0,
    ]);
  await pick(page, "start", "sugar", "ice");
  await bar.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "重试 3 次" }).click();
  await bar.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "30 秒" }).click();
  await bar.getByRole("button", { name: "停用" }).click();
  await expect.poll(fieldsOf).toEqual([
    [false, 0, 0],
    [true, 3, 30_000],
    [true, 3, 30_000],
    [false, 0, 0],
    [false, 0, 0],
  ]);
  await bar.getByRole("button", { name: "启用" }).click();
  await bar.getByRole("button", { name: "删除" }).click();
  await expect
    .poll(async () => (await flowOf(botId)).nodes.map(({ id }) => id))
    .toEqual(["start", "bye", "tip"]);
  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("Control+z");
  await expect(card(page, "ice")).toBeVisible();
  await page.context().close();
});
