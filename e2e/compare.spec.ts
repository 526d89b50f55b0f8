import { type Browser, expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** What an author changed since the last version, side by side and in words. */
let space: TestWorkspace;
let lin: TestPerson;

test.beforeAll(async () => {
  space = await openWorkspace("对比版本");
  lin = await space.addPerson("林晓");
});
test.afterAll(() => space.close());

const at = (x: number, y: number) => ({ version: 1, position: { x, y } });
const SMALL = {
  schema: 1 as const,
  nodes: [
    { id: "start", kind: "start", config: {}, ...at(0, 0) },
    { id: "hello", kind: "ask", title: "问口味", config: { question: "几分糖？" }, ...at(336, 0) },
    { id: "call", kind: "subflow", title: "去退款", config: { flowId: "flow-1" }, ...at(672, 0) },
    { id: "bye", kind: "end", title: "再见", config: {}, ...at(1_008, 0) },
  ],
  edges: [
    { id: "e1", from: "start", port: "next", to: "hello" },
    { id: "e2", from: "hello", port: "answered", to: "call" },
    { id: "e3", from: "hello", port: "invalid", to: "bye" },
    { id: "e4", from: "call", port: "done", to: "bye" },
  ],
  groups: [{ id: "g", title: "点单", nodes: ["hello", "call"] }],
};
const REFUND = {
  schema: 1 as const,
  title: "退款",
  nodes: [
    { id: "start", kind: "start", config: {}, ...at(0, 0) },
    { id: "end", kind: "end", config: {}, ...at(336, 0) },
  ],
  edges: [{ id: "e1", from: "start", port: "next", to: "end" }],
};

async function openPage(browser: Browser): Promise<[Page, string]> {
  const { botId } = await space.addBot("茶铺客服", { flow: SMALL, subflows: { "flow-1": REFUND } });
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  return [await context.newPage(), botId];
}

test("a bot that was never published says that there is nothing to compare with", async ({ browser }) => {
  const [page, botId] = await openPage(browser);
  await page.goto(`/builder/${botId}/compare`);
  await expect(page.getByText("还没有可以对比的版本")).toBeVisible();
  await page.getByRole("link", { name: "返回画布" }).click();
  await expect(page.locator('[data-node="hello"]')).toBeVisible();
  await page.context().close();
});

test("a renamed sub-flow is named on both sides, with frames and ports as the canvas draws them", async ({
  browser,
}) => {
  const [page, botId] = await openPage(browser);
  await page.goto(`/builder/${botId}`);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("版本说明").fill("第一版");
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(dialog.getByText(/版已上线/)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole("button", { name: "完成" }).click();

  await page.getByRole("button", { name: "退款", exact: true }).click();
  await page.getByRole("button", { name: "子流程「退款」的操作" }).click();
  await page.getByRole("menuitem", { name: "重命名子流程" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill("退货退款");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await space.readDraft(botId)).subflows["flow-1"]?.title).toBe("退货退款");

  await page.goto(`/builder/${botId}/compare`);
  await expect(page.getByText("子流程「退货退款」").first()).toBeVisible();
  await expect(page.getByText("已回答")).toHaveCount(2);
  await expect(page.getByText("点单", { exact: true })).toHaveCount(2);
  await expect(page.getByText("→ 退款", { exact: true })).toBeVisible();
  await expect(page.getByText("→ 退货退款", { exact: true })).toBeVisible();
  await page.context().close();
});
