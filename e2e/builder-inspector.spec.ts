import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** An owner sets nodes up in the panel beside the canvas: texts, fields, intents, answers, variables and the flow's settings. */
let space: TestWorkspace;
let owner: TestPerson;
let botId = "";
let context: BrowserContext;
let page: Page;

/** One browser for all of it: the author does not close it between two nodes. */
test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("设置节点");
  owner = await space.addPerson("林晓");
  context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, owner);
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await space.close();
});

let placed = 0;
const node = (id: string, kind: string, config: object) => ({
  id,
  kind,
  version: 1,
  position: { x: 80 + 380 * (placed % 3), y: 160 + 320 * Math.floor(placed++ / 3) },
  config: JSON.parse(JSON.stringify(config)),
});

test.beforeEach(async () => {
  placed = 0;
  const bot = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        node("start", "start", {}),
        node("ask", "ask", { question: "请问您的电话？", variable: "phone" }),
        node("intent", "intent", { intents: [{ id: "return", name: "退货", examples: ["怎么退货"] }] }),
        node("faq", "faq", { faqSets: ["shop"] }),
        node("clarify", "clarify", { source: "found", intents: [{ id: "return" }] }),
        node("split", "condition", {
          branches: [
            {
              id: "branch-1",
              when: {
                type: "rules",
                groups: [{ rules: [{ left: "phone", operator: "equals", right: "110" }] }],
              },
            },
          ],
        }),
      ],
      edges: [
        { id: "e1", from: "start", port: "next", to: "ask" },
        { id: "e2", from: "ask", port: "answered", to: "intent" },
        { id: "e3", from: "intent", port: "none", to: "faq" },
      ],
      variables: [
        { name: "phone", type: "text" },
        { name: "found", type: "list" },
      ],
    },
    faqSets: {
      shop: {
        name: "常见问题",
        entries: Array.from({ length: 300 }, (_entry, i) => ({
          id: `q${i}`,
          question: `第 ${i} 个问题`,
          similar: [],
          answer: `第 ${i} 个答案`,
        })),
        synonyms: [],
      },
    },
  });
  botId = bot.botId;
  await page.goto(`/builder/${botId}`);
});

async function openNode(id: string) {
  await page.locator(`[data-node="${id}"]`).click();
  const panel = page.getByRole("region", { name: "属性" });
  await expect(panel.getByRole("textbox", { name: "节点名称" })).toBeVisible();
  return panel;
}

const configOf = async (id: string) =>
  (await space.readDraft(botId)).flow.nodes.find((own) => own.id === id)?.config;

test("two braces offer variables, which stand in the text as chips; undoing inside leaves the flow alone", async () => {
  const panel = await openNode("ask");
  const question = panel.getByRole("textbox", { name: "问题" });
  await question.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("是 {{pho");
  await page.getByRole("option", { name: /phone/ }).click();
  await expect(panel.locator(".cm-chip")).toHaveText("phone");
  await expect.poll(async () => (await configOf("ask"))?.question).toBe("请问您的电话？是 {{ phone }}");

  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(panel.locator(".cm-chip")).toHaveCount(0);
  await expect.poll(async () => (await space.readDraft(botId)).flow.nodes.length).toBe(6);
  await expect(panel.getByRole("textbox", { name: "节点名称" })).toBeVisible();

  await page.keyboard.type("{{ nobody }}");
  await expect(panel.locator(".cm-chip.is-bad")).toHaveText("nobody");
});

test("a value that does not fit is kept, with the reason under its field", async () => {
  const panel = await openNode("ask");
  const retries = panel.getByRole("textbox", { name: "重新提问次数" });
  await retries.fill("9");
  await expect(panel.getByText("不能大于 5", { exact: true })).toBeVisible();
  await retries.fill("三次");
  await expect(panel.getByText("请填写数字", { exact: true })).toBeVisible();
  await expect.poll(async () => (await configOf("ask"))?.retries).toBe("三次");
  await page.reload();
  const again = await openNode("ask");
  await expect(again.getByRole("textbox", { name: "重新提问次数" })).toHaveValue("三次");
});

test("intents take a pasted column, warn of doubles, and answer a tried sentence", async () => {
  const panel = await openNode("intent");
  const examples = panel.getByRole("textbox", { name: "例句" });
  await examples.fill("怎么退货\n我想退掉\n不想要了\n怎么退货？");
  await expect(panel.getByText(/有 1 句重复/)).toBeVisible();
  await panel.getByRole("button", { name: "去掉重复" }).click();
  await expect(examples).toHaveValue("怎么退货\n我想退掉\n不想要了");
  await panel.getByRole("textbox", { name: "试一句" }).fill("我想退货");
  await expect(panel.getByRole("region", { name: "试一句" }).getByText("退货", { exact: true })).toBeVisible({
    timeout: 60_000,
  });
});

test("answers are found, written, deleted and brought back where they are used", async () => {
  const panel = await openNode("faq");
  await panel.getByRole("button", { name: /^常见问题/ }).click();
  await panel.getByRole("searchbox").fill("第 299 个问题");
  await panel.getByRole("button", { name: /第 299 个问题/ }).click();
  await panel.getByRole("textbox", { name: "答案" }).fill("七天之内都可以退。");
  const answers = async () =>
    (await space.readDraft(botId)).faqSets.shop?.entries.map(({ answer }) => answer);
  await expect.poll(answers).toContain("七天之内都可以退。");
  await panel.getByRole("button", { name: "删除这一条" }).click();
  await expect.poll(answers).toHaveLength(299);
  await panel.getByRole("button", { name: "撤销" }).click();
  await expect.poll(answers).toHaveLength(300);
});

test("a variable is renamed everywhere at once, after its uses were shown", async () => {
  await page.getByRole("button", { name: "变量", exact: true }).click();
  const panel = page.getByRole("region", { name: "变量" });
  await panel.getByRole("button", { name: /^phone/ }).click();
  await panel.getByRole("textbox", { name: "名称" }).fill("mobile");
  await panel.getByRole("button", { name: "改名（2 处）" }).click();
  await expect.poll(async () => (await configOf("ask"))?.variable).toBe("mobile");
});

test("an intent gets another code everywhere at once, and stays while an exit elsewhere waits for it", async () => {
  const panel = await openNode("intent");
  await panel.getByRole("textbox", { name: "编号" }).fill("send-back");
  await panel.getByRole("button", { name: "改名（2 处）" }).click();
  await expect.poll(async () => (await configOf("clarify"))?.intents).toEqual([{ id: "send-back" }]);
  await panel.getByRole("button", { name: "删除退货" }).click();
  const dialog = page.getByRole("alertdialog", { name: /不能删除意图「退货」/ });
  await expect(dialog.getByRole("button")).toHaveText([/澄清/, "关闭"]);
  await dialog.getByRole("button", { name: /澄清/ }).click();
  await expect(page.getByRole("textbox", { name: "节点名称" })).toHaveAttribute("placeholder", "澄清");
});

test("a set of answers is deleted only after the places that ask it were shown", async () => {
  await page.getByRole("button", { name: "流程设置", exact: true }).click();
  const panel = page.getByRole("region", { name: "流程设置" });
  await panel.getByRole("button", { name: "删除问答库 常见问题" }).click();
  const dialog = page.getByRole("alertdialog", { name: /删除问答库「常见问题」/ });
  await expect(dialog.getByText(/还有 1 处用到它/)).toBeVisible();
  await dialog.getByRole("button", { name: "仍然删除" }).click();
  await expect.poll(async () => (await space.readDraft(botId)).faqSets.shop).toBeUndefined();
});

test("a condition goes from rules to an expression and back, or says what rules cannot say", async () => {
  const panel = await openNode("split");
  await panel.getByRole("radio", { name: "按表达式" }).click();
  const source = async () => JSON.stringify(await configOf("split"));
  await expect.poll(source).toContain('"source":"phone == \\"110\\""');
  await panel.getByRole("radio", { name: "按条件" }).click();
  await expect.poll(source).toContain('"operator":"equals"');
});

test("the panel is level with the keyboard and with screen readers", async () => {
  const panel = await openNode("ask");
  await panel.getByRole("textbox", { name: "节点名称" }).focus();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-canvas]")).toBeFocused();
  for (const name of ["属性", "变量", "流程设置"]) {
    const region = page.getByRole("region", { name, exact: true });
    if (!(await region.isVisible())) await page.getByRole("button", { name, exact: true }).click();
    await expect(region).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include(`[data-panel]`).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
  }
});
