import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { createLargeBundle } from "./fixtures/large-bundle.ts";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** Drawing: with the pointer, with the keyboard alone, across flows and tabs. */
let space: TestWorkspace;
let lin: TestPerson;

test.beforeAll(async () => {
  space = await openWorkspace("画流程");
  lin = await space.addPerson("林晓");
});
test.afterAll(() => space.close());

const at = (x: number, y: number) => ({ version: 1, position: { x, y } });

async function openBuilder(browser: Browser, nodes: readonly object[] = []): Promise<[Page, string]> {
  const { botId } = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", config: {}, ...at(0, 0) },
        {
          id: "hello",
          kind: "message",
          title: "欢迎",
          config: { blocks: [{ type: "text", text: "您好，请问要点什么茶？" }] },
          ...at(400, 0),
        },
        { id: "bye", kind: "end", title: "再见", config: {}, ...at(800, 0) },
        // The document's own schema reads them.
        ...(nodes as []),
      ],
      edges: [
        { id: "e1", from: "start", port: "next", to: "hello" },
        { id: "e2", from: "hello", port: "next", to: "bye" },
      ],
    },
  });
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(card(page, "欢迎")).toBeVisible();
  return [page, botId];
}

const canvas = (page: Page) => page.getByRole("application", { name: "流程画布" });
const card = (page: Page, title: string) => page.getByRole("article", { name: new RegExp(`^${title}`) });
const cards = (page: Page) => page.locator("[data-node]");
const wires = (page: Page) => page.locator(".react-flow__edge");
const says = (page: Page, text: string) =>
  expect(page.locator('p[aria-live="polite"]').filter({ hasText: text })).toBeAttached();

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function middleOfWire(page: Page, name: string): Promise<{ x: number; y: number }> {
  const path = page.getByRole("img", { name }).locator("path").first();
  return path.evaluate((element) => {
    if (!(element instanceof SVGPathElement)) throw new Error("a wire is a path");
    const point = element.getPointAtLength(element.getTotalLength() / 2);
    const matrix = element.getScreenCTM();
    return {
      x: point.x * (matrix?.a ?? 1) + (matrix?.e ?? 0),
      y: point.y * (matrix?.d ?? 1) + (matrix?.f ?? 0),
    };
  });
}

const HELLO_TO_BYE = "从「欢迎」的「下一步」到「再见」的连线";

test("a wire that is dropped on the empty canvas asks what comes next", async ({ browser }) => {
  const [page] = await openBuilder(browser);
  const port = await middleOf(page.getByRole("button", { name: "欢迎：从「下一步」连出" }));
  await drag(page, port, { x: port.x + 60, y: port.y + 240 });
  await page.getByRole("combobox", { name: "下一步做什么？" }).fill("提问");
  await page.keyboard.press("Enter");
  await says(page, "已添加「提问」");
  await expect(page.getByRole("img", { name: "从「欢迎」的「下一步」到「提问」的连线" })).toBeAttached();
  await expect(page.getByRole("img", { name: HELLO_TO_BYE })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("img", { name: HELLO_TO_BYE })).toBeAttached();
  await expect(cards(page)).toHaveCount(3);
});

test("a node dropped on a wire goes into it, and taken out again the wire heals", async ({ browser }) => {
  const [page] = await openBuilder(browser);
  const place = await middleOfWire(page, HELLO_TO_BYE);
  const box = await canvas(page).boundingBox();
  await page
    .getByRole("button", { name: "添加「设置变量」" })
    .dragTo(canvas(page), { targetPosition: { x: place.x - (box?.x ?? 0), y: place.y - (box?.y ?? 0) } });
  await says(page, "已添加「设置变量」");
  await expect(wires(page)).toHaveCount(3);
  await expect(page.getByRole("img", { name: "从「设置变量」的「下一步」到「再见」的连线" })).toBeAttached();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("img", { name: HELLO_TO_BYE })).toBeAttached();
  await expect(wires(page)).toHaveCount(2);
});

test("a double click in the palette adds one node, and nothing moves while the pointer is in it", async ({
  browser,
}) => {
  const [page] = await openBuilder(browser);
  const button = page.getByRole("button", { name: "添加「查图谱」" });
  const recent = page.getByRole("region", { name: "最近使用" }).getByRole("button");
  const before = await button.boundingBox();
  await button.dblclick();
  await says(page, "已添加「查图谱」");
  await expect(cards(page)).toHaveCount(4);
  expect(await button.boundingBox()).toEqual(before);
  await expect(recent).toHaveCount(0);
  await canvas(page).hover();
  await expect(recent).toHaveCount(1);
});

test("a drag is written once, at its end, and undone in one step", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  const from = await middleOf(card(page, "再见"));
  await drag(page, from, { x: from.x + 40, y: from.y + 160 });
  await expect
    .poll(async () => (await space.readDraft(botId)).flow.nodes[2]?.position.y)
    .toBeGreaterThan(100);
  const [row] = await space.sql`select count(*)::int as count from draft_change where bot_id = ${botId}`;
  expect(row?.count).toBe(1);
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await space.readDraft(botId)).flow.nodes[2]?.position)
    .toEqual({ x: 800, y: 0 });
});

test("everything can be drawn with the keyboard alone", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  await canvas(page).focus();
  await page.keyboard.press("Tab");
  await says(page, "开始");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await canvas(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await says(page, "欢迎");
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "从「欢迎」连线" })).toBeVisible();
  await page.keyboard.press("Escape");
  await canvas(page).focus();
  await page.keyboard.press("Delete");
  await says(page, "已删除 1 项");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Tab");
  await page.keyboard.press("a");
  await page.getByRole("combobox", { name: /添加节点|下一步做什么/ }).fill("意图");
  await page.keyboard.press("Enter");
  await says(page, "已添加「意图识别」");
  await canvas(page).focus();
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "连到哪个节点" }).fill("再见");
  await page.keyboard.press("Enter");
  await says(page, "已把「意图识别」连到「再见」");
  await canvas(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "名称" }).fill("听懂客人");
  await page.keyboard.press("Enter");
  await expect(card(page, "听懂客人")).toBeVisible();
  await expect
    .poll(async () => (await space.readDraft(botId)).flow.nodes.some(({ title }) => title === "听懂客人"))
    .toBe(true);
});

test("keys inside a field never touch the flow", async ({ browser }) => {
  const [page] = await openBuilder(browser);
  await card(page, "欢迎").click();
  await page.getByRole("searchbox", { name: "搜索节点" }).fill("消息");
  for (const key of ["Control+a", "Delete", "Control+z", "Control+v", "Control+d"])
    await page.keyboard.press(key);
  await expect(cards(page)).toHaveCount(3);
});

test("nodes are copied from one flow into another, with the wires between them", async ({ browser }) => {
  const [page] = await openBuilder(browser);
  await card(page, "欢迎").click({ modifiers: ["Shift"] });
  await card(page, "再见").click({ modifiers: ["Shift"] });
  await expect(page.getByText("已选 2 个")).toBeVisible();
  await page.keyboard.press("Control+c");
  await says(page, "已复制 2 个节点");
  await page.getByRole("button", { name: "新建子流程" }).click();
  await expect(cards(page)).toHaveCount(2);
  await canvas(page).focus();
  await page.keyboard.press("Control+v");
  await says(page, "已粘贴 2 项");
  await expect(cards(page)).toHaveCount(4);
  await expect(page.getByRole("img", { name: HELLO_TO_BYE })).toBeAttached();
});

test("a group frames its members and moves them", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  await card(page, "欢迎").click({ modifiers: ["Shift"] });
  await card(page, "再见").click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "编组" }).click();
  const frame = page.getByRole("article", { name: "分组：新分组" });
  await expect(frame).toBeVisible();
  const box = await frame.boundingBox();
  const grip = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 12 };
  await drag(page, grip, { x: grip.x + 48, y: grip.y + 96 });
  await expect
    .poll(async () => (await space.readDraft(botId)).flow.nodes.map(({ position }) => position.y > 40))
    .toEqual([false, true, true]);
});

test("tidying up runs in a worker and is one step", async ({ browser }) => {
  const pile = Array.from({ length: 12 }, (_, i) => ({
    id: `n${i}`,
    kind: "message",
    config: { blocks: [] },
    ...at(400, 8 * i),
  }));
  const [page, botId] = await openBuilder(browser, pile);
  await page.getByRole("button", { name: "自动排版" }).click();
  // A busy machine may need long for the first one: the worker's code is as large as the page's.
  const news = page.locator('p[aria-live="polite"]').filter({ hasText: "已重新排版" });
  await expect(news).toBeAttached({ timeout: 60_000 });
  const isSpread = async () => {
    const { nodes } = (await space.readDraft(botId)).flow;
    return new Set(nodes.map(({ position }) => `${position.x} ${position.y}`)).size === nodes.length;
  };
  await expect.poll(isSpread).toBe(true);
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await space.readDraft(botId)).flow.nodes.at(-1)?.position)
    .toEqual({ x: 400, y: 88 });
});

test("what is found can be replaced everywhere after a look", async ({ browser }) => {
  const [page, botId] = await openBuilder(browser);
  await canvas(page).focus();
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找" }).fill("什么茶");
  await expect(page.getByText("1 / 1")).toBeVisible();
  await page.getByRole("textbox", { name: "替换为" }).fill("哪种茶");
  await page.getByRole("button", { name: "全部替换…" }).click();
  const look = page.getByRole("dialog", { name: "替换 1 处" });
  await expect(look).toContainText("您好，请问要点哪种茶？");
  await look.getByRole("button", { name: "全部替换" }).click();
  await expect
    .poll(async () => JSON.stringify((await space.readDraft(botId)).flow.nodes[1]?.config))
    .toContain("哪种茶");
});

test("all wires are there when a large flow is fitted into view", async ({ browser }) => {
  const bundle = createLargeBundle();
  const { botId } = await space.addBot("大流程", bundle);
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(cards(page).first()).toBeVisible();
  await page.getByRole("button", { name: "显示全部" }).click();
  await expect(cards(page)).toHaveCount(bundle.flow.nodes.length);
  await expect(wires(page)).toHaveCount(bundle.flow.edges.length);
  await context.close();
});

test("the canvas has no serious accessibility finding", async ({ browser }) => {
  const [page] = await openBuilder(browser);
  await card(page, "欢迎").click();
  const { violations } = await new AxeBuilder({ page }).include("[data-canvas]").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
});
