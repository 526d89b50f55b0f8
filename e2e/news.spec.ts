import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** News of what was just done never lies over what comes next: the field, the steps of a talk, the buttons that decide. */
const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let space: TestWorkspace;

test.beforeAll(async () => {
  space = await openWorkspace("消息");
});
test.afterAll(() => space.close());

/** Does something that is told in news, and returns which of the parts the news then lies over. It looks at the moment the news comes. */
async function listCovered(page: Page, parts: Record<string, Locator>, act: () => Promise<void>) {
  const names = Object.keys(parts);
  const elements = await Promise.all(Object.values(parts).map((part) => part.elementHandle()));
  const covered = page.evaluate(
    ([names, elements]) =>
      new Promise<string[]>((resolve, reject) => {
        const look = () => {
          const news = document.querySelector('[aria-label^="通知"] li')?.getBoundingClientRect();
          if (!news) return;
          observer.disconnect();
          const isUnder = (element: Element | null | undefined) => {
            const box = element?.getBoundingClientRect() ?? new DOMRect();
            return (
              box.left < news.right && box.right > news.left && box.top < news.bottom && box.bottom > news.top
            );
          };
          if (elements.every((element) => element?.isConnected))
            resolve(names.filter((_, index) => isUnder(elements[index])));
          else reject(new Error(`gone: ${names.filter((_, index) => !elements[index]?.isConnected)}`));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    [names, elements] as const,
  );
  await act();
  return covered;
}

for (const viewport of WINDOWS) {
  test(`in the preview, ${viewport.width} wide`, async ({ browser }) => {
    const { botId } = await space.addBot("茶铺客服", {
      flow: {
        schema: 1,
        nodes: [
          { id: "start", kind: "start", version: 1, position: { x: 0, y: 0 }, config: {} },
          {
            ...{ id: "what", kind: "ask", version: 1, position: { x: 300, y: 0 } },
            config: { question: "想喝点什么？", type: "text", variable: "tea" },
          },
        ],
        edges: [{ id: "e1", from: "start", port: "next", to: "what" }],
        variables: [{ name: "tea", type: "text" }],
      },
    });
    const page = await openPage(browser, viewport);
    await page.goto(`/builder/${botId}`);
    await page.getByRole("button", { name: "预览", exact: true }).click();
    const field = page.getByLabel("以客户身份说点什么");
    await field.fill("绿茶");
    await field.press("Enter");
    const again = page.locator("[data-preview]").getByRole("button", { name: "这句再问一遍" });
    await expect(again).toBeVisible();
    const parts = {
      field,
      talk: page.locator("[data-preview]").getByRole("log"),
      views: page.locator("[data-preview]").getByRole("radiogroup").first(),
      preview: page.getByRole("button", { name: "预览", exact: true }),
      publish: page.getByRole("button", { name: "发布", exact: true }),
    };
    expect(await listCovered(page, parts, () => again.click())).toEqual([]);
    // It can be undone, and a click beside the undo goes through to what lies under the news.
    const news = page.locator("li").filter({ hasText: "撤销" });
    await news.getByRole("button", { name: "撤销" }).hover();
    await expect(news).toHaveCSS("pointer-events", "none");
    await news.getByRole("button", { name: "撤销" }).click();
    await page.context().close();
  });

  test(`in the sheet of an entry, ${viewport.width} wide`, async ({ browser }) => {
    const page = await openPage(browser, viewport);
    await page.goto("/knowledge");
    await page.getByRole("button", { name: "新建知识库" }).first().click();
    await page.getByLabel("名称", { exact: true }).fill(`售后 ${viewport.width}`);
    await page.getByRole("dialog").getByRole("button", { name: "新建知识库" }).click();
    await page.getByRole("button", { name: "新建问答" }).first().click();
    const form = page.getByRole("dialog", { name: "新建问答" });
    await form.getByLabel("中文问题").fill("怎么退货");
    await form.getByLabel("中文答案，所有渠道").fill("七天内可以退。");
    await form.getByRole("button", { name: "保存" }).click();
    const saved = page.getByRole("dialog", { name: "怎么退货" });
    await saved.getByLabel("中文答案，所有渠道").fill("十五天内可以退。");
    // News of the first save would be taken for that of the second.
    await expect(page.getByRole("region", { name: "通知" }).getByRole("listitem")).toHaveCount(0);
    const parts = {
      question: saved.getByLabel("中文问题"),
      answer: saved.getByLabel("中文答案，所有渠道"),
      // The button itself goes once there is nothing to save.
      buttons: saved.locator("footer"),
      close: saved.getByRole("button", { name: "关闭" }),
    };
    expect(await listCovered(page, parts, () => saved.getByRole("button", { name: "保存" }).click())).toEqual(
      [],
    );
    await page.context().close();
  });
}

async function openPage(browser: Browser, viewport: (typeof WINDOWS)[number]): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, await space.addPerson("林晓"));
  return context.newPage();
}
