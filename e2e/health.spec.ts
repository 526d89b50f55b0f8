import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { faqStep, seedTalk } from "#server/trpc/fixtures/seed-talk.ts";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** Two colleagues judge what customers were told, a third word decides; the health page counts it, and keepers find their tasks. */
test.describe.configure({ mode: "serial" });

const QUESTIONS = ["怎么退货", "可以开发票吗", "附近有停车场吗"];

let space: TestWorkspace;
let owner: Page;
let editor: Page;
let keeper: TestPerson;
let baseId: string;

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("山茶家居");
  keeper = await space.addPerson("林晓");
  owner = await openWindow(browser, keeper);
  editor = await openWindow(browser, await space.addPerson("周遥", "editor"));
  const bot = await space.addBot("售后客服", { flow: { schema: 1, nodes: [], edges: [] } });
  await seedKnowledge();
  for (const question of QUESTIONS) {
    const found = question === "附近有停车场吗" ? [] : [{ entryId: "return", question: "怎么退货" }];
    await seedTalk(
      space.sql,
      { workspaceId: space.workspaceId, botId: bot.botId, versionId: bot.botId },
      {
        question,
        answer: "七天内可以无理由退货。",
        steps: [faqStep(found.length > 0 ? "hit" : "miss", found)],
      },
    );
  }
});
test.afterAll(() => space.close());

async function openWindow(browser: Browser, person: TestPerson): Promise<Page> {
  const context = await browser.newContext();
  await space.signIn(context, person);
  return context.newPage();
}

/** An entry that uses a forbidden word, and one whose review is overdue. */
async function seedKnowledge(): Promise<void> {
  const { sql, workspaceId } = space;
  const [base] = await sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  baseId = base?.id ?? "";
  const write = (question: string, answer: string, days: number | null) => sql`
    insert into faq_entry (base_id, workspace_id, question, answers, state, review_every_days, reviewed_at, owner_id, author_name)
    values (${baseId}, ${workspaceId}, ${sql.json({ "zh-CN": question })},
      ${sql.json([{ locale: "zh-CN", channel: null, text: answer }])}, 'published', ${days}, now() - interval '40 days',
      ${keeper.userId}, '林晓')`;
  await write("多久到账", "三天内返款。", null);
  await write("怎么退货", "七天内可以无理由退货。", 30);
}

async function expectNoSeriousFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
}

/** Judges the item in view by keys alone, and waits until it is kept. */
async function labelByKeys(page: Page, keys: string, done: number): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(
    page
      .getByText(`已标 ${done} / ${QUESTIONS.length}`)
      .or(page.getByRole("heading", { name: "您这边都标完了" })),
  ).toBeVisible();
}

test("a sample is drawn, and one colleague labels it with the keyboard", async () => {
  await owner.goto("/knowledge/labels");
  await owner.getByRole("button", { name: "抽样" }).click();
  const form = owner.getByRole("dialog", { name: "抽一份样本" });
  await form.getByLabel("名称").fill("十一月");
  await form.getByRole("button", { name: "抽样" }).click();
  await expect(owner.getByText("已标 0 / 3")).toBeVisible();
  await expectNoSeriousFinding(owner);
  await owner.keyboard.press("1");
  await expect(owner.getByRole("radio", { name: "归我们答" })).toBeChecked();
  // Nothing is kept before every question is answered.
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("已标 0 / 3")).toBeVisible();
  await labelByKeys(owner, "10", 1);
  await owner.keyboard.press("z");
  await expect(owner.getByText("已标 0 / 3")).toBeVisible();
  await expect(owner.getByRole("radio", { name: "答对" })).toBeChecked();
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("已标 1 / 3")).toBeVisible();
  await labelByKeys(owner, "110", 2);
  await labelByKeys(owner, "110", 3);
  await expect(owner.getByRole("heading", { name: "您这边都标完了" })).toBeVisible();
});

test("the other colleague sees nothing of it; where they differ, one who approves decides", async () => {
  await editor.goto("/knowledge/labels");
  await expect(editor.getByText("已标 0 / 3")).toBeVisible();
  await expect(editor.getByText("林晓", { exact: true })).toBeHidden();
  await labelByKeys(editor, "110", 1);
  await labelByKeys(editor, "110", 2);
  await labelByKeys(editor, "23", 3);
  await editor.getByRole("tab", { name: "有分歧 1" }).click();
  await expect(editor.getByRole("button", { name: "裁定" })).toBeHidden();
  await owner.reload();
  await owner.getByRole("tab", { name: "有分歧 1" }).click();
  await owner.getByRole("button", { name: "裁定" }).click();
  const form = owner.getByRole("dialog", { name: "裁定这一条" });
  await form.getByRole("radio", { name: "超出范围" }).click();
  await form.getByRole("radio", { name: "答错" }).click();
  await form.getByRole("button", { name: "保存裁定" }).click();
  await expect(owner.getByRole("heading", { name: "没有分歧" })).toBeVisible();
  await owner.getByRole("tab", { name: "已有结论" }).click();
  await expect(owner.getByText("两人一致")).toHaveCount(2);
});

test("health gives no number without enough data, and says how each is made", async () => {
  await owner.goto("/knowledge/health");
  const accuracy = owner.getByRole("region", { name: "准确率" });
  await expect(accuracy.getByText("现有 2 条（n），至少要 30 条")).toBeVisible();
  await expect(accuracy.getByText("目标 > 95%", { exact: true })).toBeVisible();
  await accuracy.getByRole("button", { name: "准确率怎么算" }).click();
  await expect(owner.getByText("区间用 Wilson 法", { exact: false })).toBeVisible();
  await owner.keyboard.press("Escape");
  await expectNoSeriousFinding(owner);
});

test("a forbidden word is found in the minute after it was forbidden", async () => {
  await owner.getByRole("tab", { name: "术语表" }).click();
  await owner.getByRole("button", { name: "添加术语" }).click();
  const form = owner.getByRole("dialog", { name: "添加术语" });
  await form.getByLabel("应该写").fill("退款");
  await form.getByLabel("不要写").fill("返款, 退费");
  await form.getByRole("button", { name: "保存" }).click();
  await owner.getByRole("tab", { name: "一致性" }).click();
  const found = owner.getByRole("list", { name: "不一致的问答" });
  await expect(found.getByText("写了「返款」，术语表要求写「退款」")).toBeVisible({ timeout: 60_000 });
  await found.getByRole("link", { name: "多久到账" }).click();
  await expect(owner.getByRole("dialog", { name: "多久到账" })).toBeVisible();
});

test("what is overdue stands among the keeper's tasks and is done with one click", async () => {
  await owner.goto("/knowledge/tasks");
  const tasks = owner.getByRole("list", { name: "待办列表" });
  await expect(tasks.getByRole("link", { name: "怎么退货" })).toBeVisible({ timeout: 60_000 });
  await expect(tasks.getByText("返款 → 退款")).toBeVisible({ timeout: 60_000 });
  await expectNoSeriousFinding(owner);
  await tasks.getByRole("button", { name: "看过了，仍然正确" }).click();
  await expect(tasks.getByRole("link", { name: "怎么退货" })).toBeHidden();
  const [revision] = await space.sql<{ kind: string }[]>`
    select r.kind from faq_revision r where r.base_id = ${baseId} order by r.at desc limit 1`;
  expect(revision?.kind).toBe("reviewed");
});
