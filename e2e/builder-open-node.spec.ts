import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** One click opens a node's form over the canvas. The drawing moves only where the form would cover the node. */
let space: TestWorkspace;
let lin: TestPerson;

test.beforeAll(async () => {
  space = await openWorkspace("打开节点");
  lin = await space.addPerson("林晓");
});
test.afterAll(() => space.close());

const at = (x: number, y: number) => ({ version: 1, position: { x, y } });

async function openBuilder(browser: Browser): Promise<Page> {
  const { botId } = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", config: {}, ...at(0, 0) },
        { id: "hello", kind: "message", title: "欢迎", config: { blocks: [] }, ...at(400, 0) },
        { id: "bye", kind: "end", title: "再见", config: {}, ...at(800, 0) },
        { id: "refund", kind: "subflow", title: "去退款", config: { flowId: "refund" }, ...at(800, 160) },
      ],
      edges: [
        { id: "e1", from: "start", port: "next", to: "hello" },
        { id: "e2", from: "hello", port: "next", to: "bye" },
      ],
    },
    subflows: {
      refund: {
        schema: 1,
        nodes: [
          { id: "start", kind: "start", config: {}, ...at(0, 0) },
          { id: "closed", kind: "end", config: {}, ...at(336, 0) },
        ],
        edges: [],
      },
    },
  });
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${botId}`);
  await expect(card(page, "bye")).toBeVisible();
  return page;
}

const card = (page: Page, id: string) => page.locator(`[data-node="${id}"]`);
const form = (page: Page) => page.getByRole("region", { name: "属性" });
const title = (page: Page) => form(page).getByRole("textbox", { name: "节点名称" });
const readView = (page: Page) =>
  page.locator(".react-flow__viewport").evaluate((element) => element.getAttribute("style"));

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (box === null) throw new Error("not on the screen");
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

test("a click opens the form over the canvas; a node that it does not cover stays where it is", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  const canvas = await boxOf(page.locator("[data-canvas]"));
  const view = await readView(page);
  await card(page, "start").click();
  await expect(title(page)).toBeVisible();
  expect(await boxOf(page.locator("[data-canvas]"))).toEqual(canvas);
  expect(await readView(page)).toBe(view);
  await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
  await expect(form(page)).toHaveCount(0);
  expect(await readView(page)).toBe(view);
  await page.context().close();
});

test("a node that the form would cover glides out of its way, and all of them fit beside it", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  await card(page, "bye").click();
  await expect(title(page)).toHaveValue("再见");
  const isClear = async (id: string) => {
    const [node, panel] = [await boxOf(card(page, id)), await boxOf(form(page))];
    return node.right < panel.x && node.x > 208;
  };
  await expect.poll(() => isClear("bye")).toBe(true);
  await page.locator("[data-canvas]").focus();
  await page.keyboard.press("1");
  await expect
    .poll(async () => (await Promise.all(["start", "hello", "bye"].map(isClear))).every(Boolean))
    .toBe(true);
  await page.context().close();
});

test("selecting, dragging, pulling a wire and clicking one open nothing and move nothing", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  const view = await readView(page);
  await card(page, "hello").click({ modifiers: ["Shift"] });
  await card(page, "bye").click({ modifiers: ["ControlOrMeta"] });
  await expect(page.getByText("已选 2 个")).toBeVisible();
  await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });

  const [start, hello] = [await boxOf(card(page, "start")), await boxOf(card(page, "hello"))];
  await page.mouse.move(start.x + 40, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 60, { steps: 5 });
  await page.mouse.up();

  await page.getByRole("button", { name: "欢迎：从「下一步」连出" }).click();
  await expect(page.getByRole("combobox", { name: "下一步做什么？" })).toBeVisible();
  await page.keyboard.press("Escape");
  // A wire that is pulled out and let go over its own node is no click on the node.
  const port = await boxOf(page.getByRole("button", { name: "欢迎：从「下一步」连出" }));
  await page.mouse.move(port.x + 5, port.y + 5);
  await page.mouse.down();
  await page.mouse.move(hello.x + 60, hello.y + 14, { steps: 5 });
  await page.mouse.up();

  await page.keyboard.down("Shift");
  await page.mouse.move(hello.x - 20, hello.y - 40);
  await page.mouse.down();
  await page.mouse.move(hello.right + 10, hello.bottom + 30, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Shift");

  await page.mouse.click((hello.right + (await boxOf(card(page, "bye"))).x) / 2, hello.y + 17);
  await expect(form(page)).toHaveCount(0);
  expect(await readView(page)).toBe(view);
  await page.context().close();
});

test("a double click opens the called flow, also where the form of the first click covers its node", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  const call = await boxOf(card(page, "refund"));
  await page.mouse.dblclick(call.right - 30, call.y + 10, { delay: 30 });
  await expect(card(page, "closed")).toBeVisible();
  await page.context().close();
});

test("one of several selected nodes is opened alone; Escape on the canvas puts its form away", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  await card(page, "start").click({ modifiers: ["Shift"] });
  await card(page, "hello").click({ modifiers: ["Shift"] });
  await card(page, "hello").click();
  await expect(title(page)).toHaveValue("欢迎");
  await title(page).focus();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-canvas]")).toBeFocused();
  await expect(title(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form(page)).toHaveCount(0);
  await page.context().close();
});
