import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectNoSeriousFinding } from "./support/expect-no-serious-finding.ts";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";

/** What an owner does with knowledge: a base, entries that are checked while they are typed, an approval, a release. */
test.describe.configure({ mode: "serial" });

let space: TestWorkspace;
let page: Page;

test.beforeAll(async ({ browser }) => {
  space = await openWorkspace("山茶家居");
  page = await openWindow(browser);
});
test.afterAll(() => space.close());

/** One window for the whole story, as one person has it. */
async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await space.signIn(context, await space.addPerson("林晓"));
  return context.newPage();
}

/** One transparent pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const sheet = (name: string) => page.getByRole("dialog", { name });

/** Not with Escape: that closes the news of a save first. */
const closeSheet = (name: string) => sheet(name).getByRole("button", { name: "关闭" }).click();

async function writeEntry(question: string, answer: string, similar: string): Promise<void> {
  await page.getByRole("button", { name: "新建问答" }).first().click();
  const form = sheet("新建问答");
  await form.getByLabel("中文问题").fill(question);
  await form.getByLabel("中文答案，所有渠道").fill(answer);
  await form.getByLabel("相似问法").fill(similar);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(sheet(question)).toBeVisible();
}

test("an empty workspace teaches what a base is; one is made and opens", async () => {
  await page.goto("/knowledge");
  await expect(page.getByRole("heading", { name: "还没有知识库" })).toBeVisible();
  await expectNoSeriousFinding(page);
  await page.getByRole("button", { name: "新建知识库" }).click();
  await page.getByLabel("名称", { exact: true }).fill("售后");
  await page.getByLabel("说明").fill("退换货、退款、发票");
  // A shop owner double-clicks everything; one base is made all the same.
  await page.getByRole("dialog").getByRole("button", { name: "新建知识库" }).dblclick();
  await expect(page.getByRole("heading", { name: "售后", level: 1 })).toBeVisible();
  const made = await space.sql`select from knowledge_base where workspace_id = ${space.workspaceId}`;
  expect(made).toHaveLength(1);
  await expect(page.getByRole("heading", { name: "还没有问答" })).toBeVisible();
  await expect(page.getByRole("button", { name: "导入文件" })).toBeVisible();
});

test("an entry is written with a pasted column of phrasings, and named what it lacks", async () => {
  await writeEntry("怎么退货", "七天内可以无理由退货。", "我要退货\n想退掉衣服");
  const form = sheet("怎么退货");
  await expect(form.getByText("只有 3 种问法，建议至少 5 种")).toBeVisible();
  await expectNoSeriousFinding(page);
  await form.getByLabel("相似问法").fill("我要退货\n想退掉衣服\n退货流程是什么\n买错了可以退吗");
  await expect(form.getByText("只有 3 种问法，建议至少 5 种")).toBeHidden();
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("有未保存的修改")).toBeHidden();
  await closeSheet("怎么退货");
});

test("a question that another entry answers otherwise is pointed out while it is typed", async () => {
  await page.getByRole("button", { name: "新建问答" }).click();
  const form = sheet("新建问答");
  await form.getByLabel("中文问题").fill("我要退货");
  await form.getByLabel("中文答案，所有渠道").fill("三十天内可退。");
  await expect(form.getByText("和「怎么退货」的答案不一样")).toBeVisible();
});

test("what was typed and not saved is there again after the page was left", async () => {
  await closeSheet("新建问答");
  await expect(sheet("新建问答")).toBeHidden();
  await page.goto("/conversations");
  await page.goBack();
  await page.getByRole("button", { name: "新建问答" }).click();
  const form = sheet("新建问答");
  await expect(form.getByLabel("中文答案，所有渠道")).toHaveValue("三十天内可退。");
  await form.getByRole("button", { name: "放弃修改" }).first().click();
  await expect(form.getByLabel("中文答案，所有渠道")).toHaveValue("");
  await closeSheet("新建问答");
});

test("a colleague's change of the same answer is shown beside one's own, and the choice is saved", async () => {
  await page.getByRole("link", { name: "怎么退货" }).click();
  const form = sheet("怎么退货");
  await form.getByLabel("中文答案，所有渠道").fill("我写的：七天内。");
  const changed = await page.context().request.fetch("/trpc/knowledge.updateEntry", {
    method: "POST",
    headers: { origin: new URL(page.url()).origin },
    data: {
      entryId: new URL(page.url()).searchParams.get("entry"),
      rev: 2,
      changes: { answers: [{ locale: "zh-CN", channel: null, text: "同事写的：十五天内。" }] },
    },
  });
  expect(changed.status()).toBe(200);
  await form.getByRole("button", { name: "保存" }).click();
  const conflict = page.getByRole("dialog", { name: "同事刚刚也改了这里" });
  await expect(conflict.getByText("同事写的：十五天内。")).toBeVisible();
  await expectNoSeriousFinding(page);
  await conflict.getByRole("button", { name: "用我的" }).click();
  await conflict.getByRole("button", { name: "按所选保存" }).click();
  await expect(conflict).toBeHidden();
  await expect(form.getByLabel("中文答案，所有渠道")).toHaveValue("我写的：七天内。");
  await form.getByRole("radio", { name: "历史" }).click();
  await form.getByRole("button", { name: "看改动" }).first().click();
  await expect(form.getByText("中文 · 所有渠道: 同事写的：十五天内。").first()).toBeVisible();
  await form.getByRole("radio", { name: "内容" }).click();
});

test("a picture and a file go with the answer; one that may not is refused by its content", async () => {
  const form = sheet("怎么退货");
  await form
    .getByLabel("添加图片或文件", { exact: true })
    .first()
    .setInputFiles([
      { name: "退货地址.png", mimeType: "image/png", buffer: PNG },
      { name: "脚本.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)></svg>") },
      { name: "退货单.txt", mimeType: "text/plain", buffer: Buffer.from("请填写订单号") },
    ]);
  await expect(form.getByRole("textbox", { name: "「退货单.txt」的名称" })).toBeVisible();
  await expect(form.getByText(/脚本\.png: 答案里可以放图片/)).toBeVisible();
  await form.getByRole("textbox", { name: "「退货地址.png」的名称" }).fill("退货地址");
  await form.getByRole("button", { name: "移除「退货单.txt」" }).click();
  await expectNoSeriousFinding(page);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("有未保存的修改")).toBeHidden();
});

test("it is approved, found by a sentence, and released", async () => {
  const form = sheet("怎么退货");
  await form.getByRole("button", { name: "批准" }).click();
  await expect(form.getByText("已批准")).toBeVisible();
  await closeSheet("怎么退货");
  await page.getByRole("textbox", { name: "试一句" }).fill("衣服想退掉");
  await page.getByRole("button", { name: "试试" }).click();
  await expect(
    page.getByRole("region", { name: "试一句" }).getByRole("link", { name: "怎么退货" }),
  ).toBeVisible();
  await page.getByRole("tab", { name: "发布" }).click();
  await expect(page.getByText("和线上相比有 1 处不同")).toBeVisible();
  await page.getByLabel("发布说明").fill("第一版");
  await expectNoSeriousFinding(page);
  // Once is meant: nothing is refused, and one release is made.
  await page.getByRole("button", { name: "发布", exact: true }).dblclick();
  await expect(page.getByText("第 1 版已发布，客户马上用到", { exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "发布列表" }).getByText("线上")).toBeVisible();
  await expect(page.getByRole("list", { name: "发布列表" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("正在发布，请等它完成")).toBeHidden();
});

test("many are acted on at once, and what was deleted comes back", async () => {
  await page.getByRole("tab", { name: "问答" }).click();
  await writeEntry("发票怎么开", "在订单里申请。", "");
  await closeSheet("发票怎么开");
  const search = page.getByRole("searchbox", { name: "搜索问题和答案" });
  await search.pressSequentially("发票");
  await expect(page.getByRole("link", { name: "怎么退货" })).toBeHidden();
  await expect(page).toHaveURL(/q=/);
  await expect(search).toHaveValue("发票");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(search).toHaveValue("");
  await expect(page.getByRole("link", { name: "怎么退货" })).toBeVisible();
  await page.getByRole("checkbox", { name: "选择「发票怎么开」" }).click();
  await page.getByRole("region", { name: "批量操作" }).getByRole("button", { name: "批量操作" }).click();
  await page.getByRole("menuitem", { name: "换负责人" }).click();
  const dialog = page.getByRole("dialog", { name: "给 1 条问答换负责人" });
  await dialog.getByRole("combobox", { name: "负责人" }).click();
  await page.getByRole("option", { name: "林晓" }).click();
  await dialog.getByRole("button", { name: "应用" }).click();
  await expect(page.getByText("1 条已更新", { exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: "选择「发票怎么开」" }).click();
  await page.getByRole("region", { name: "批量操作" }).getByRole("button", { name: "批量操作" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await expect(page.getByRole("link", { name: "发票怎么开" })).toBeHidden();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("link", { name: "发票怎么开" })).toBeVisible();
});

test("a file says what is wrong with which line before anything is imported", async () => {
  await page.getByRole("button", { name: "导入、导出和同义词" }).click();
  await page.getByRole("menuitem", { name: "导入文件" }).click();
  const dialog = page.getByRole("dialog", { name: "导入问答" });
  const text = "问题,答复,分类\n保修多久,一年。,保修\n,没有问题,\n我要退货,七天。,\n";
  await dialog
    .getByLabel("选择文件")
    .first()
    .setInputFiles({ name: "faq.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(dialog.getByText("中文问题：没填")).toBeVisible();
  await expect(dialog.getByText("知识库里已有「我要退货」")).toBeVisible();
  await dialog.getByRole("combobox", { name: "列「答复」" }).click();
  await page.getByRole("option", { name: "中文答案", exact: true }).click();
  await expect(dialog.getByRole("cell", { name: "一年。" })).toBeVisible();
  await dialog.getByRole("switch", { name: "跳过有错的行" }).click();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "导入 1 条" }).click();
  await expect(page.getByRole("link", { name: "保修多久" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^保修 ?1$/ })).toBeVisible();
});

test("words that mean the same find what is written otherwise", async () => {
  await page.getByRole("button", { name: "导入、导出和同义词" }).click();
  await page.getByRole("menuitem", { name: "同义词" }).click();
  const dialog = page.getByRole("dialog", { name: "同义词" });
  await dialog.getByRole("textbox", { name: "同义词" }).fill("保修，质保");
  await dialog.getByRole("button", { name: "添加" }).click();
  await expect(dialog.getByText("保修 = 质保")).toBeVisible();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("textbox", { name: "试一句" }).fill("质保多久");
  await page.getByRole("button", { name: "试试" }).click();
  const trial = page.getByRole("region", { name: "试一句" });
  await expect(trial.getByText("会直接回答")).toBeVisible();
  await expect(trial.getByRole("link").first()).toHaveText("保修多久");
  await page.getByRole("tab", { name: "发布" }).click();
  await expect(page).toHaveURL(/tab=releases/);
  // Nobody released anything: what is live was learned again with the new words.
  const { workspaceId } = space;
  await expect
    .poll(() => space.sql`select from faq_release where workspace_id = ${workspaceId} and cause = 'words'`)
    .toHaveLength(1);
  await page.reload();
  await expect(page.getByRole("list", { name: "发布列表" }).getByText("同义词更新")).toBeVisible();
});

test("a document is uploaded, read, asked and mended; one that cannot be read says why", async () => {
  await page.getByRole("tab", { name: "文档" }).click();
  await page
    .getByLabel("选择文件")
    .first()
    .setInputFiles([
      {
        name: "保修规则.md",
        mimeType: "text/markdown",
        buffer: Buffer.from("# 保修\n\n沙发保修三年，床垫保修五年。\n"),
      },
      { name: "空的.txt", mimeType: "text/plain", buffer: Buffer.from("") },
      { name: "旧的.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") },
    ]);
  await expect(page.getByText("旧的.exe 上传失败")).toBeVisible();
  const rows = page.getByRole("list", { name: "文档列表" });
  await expect(rows.getByRole("listitem").filter({ hasText: "保修规则.md" }).getByText("可用")).toBeVisible();
  await expect(rows.getByText("文件里没有内容")).toBeVisible();
  await page.getByRole("textbox", { name: "问问文档" }).fill("床垫保修几年");
  await page.getByRole("button", { name: "查找" }).click();
  await expectNoSeriousFinding(page);
  await page.getByRole("region", { name: "问问文档" }).getByRole("link", { name: "保修规则 › 保修" }).click();
  const form = sheet("保修规则.md");
  await form.getByRole("button", { name: "编辑" }).click();
  await form.getByLabel("段落内容").fill("沙发保修三年，床垫保修八年。");
  // A colleague's passage is never overwritten unread.
  await space.sql`update passage set text = '沙发保修四年，床垫保修五年。', updated_at = date_trunc('milliseconds', clock_timestamp())
    where workspace_id = ${space.workspaceId}`;
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByRole("alert")).toContainText("沙发保修四年，床垫保修五年。");
  // Refreshing is not asked for: what is new stands there.
  await expect(page.getByText("内容已被他人修改，请刷新后再试")).toBeHidden();
  await expect(form.getByRole("button", { name: "保存" })).toBeDisabled();
  await expectNoSeriousFinding(page);
  await form.getByRole("button", { name: "看过了，仍用我的" }).click();
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("改过")).toBeVisible();
  await expectNoSeriousFinding(page);
  await form.getByRole("button", { name: "名称、标签和有效期" }).click();
  await form.getByLabel("标签").fill("保修");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByRole("button", { name: "取消" })).toBeHidden();
  await closeSheet("保修规则.md");
  await expect(rows.getByText("保修", { exact: true })).toBeVisible();
});

test("a base is deleted with its name as the signature, and brought back", async () => {
  await page.goto("/knowledge");
  await expectNoSeriousFinding(page);
  await page.getByRole("button", { name: "「售后」的更多操作" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  const dialog = page.getByRole("dialog", { name: "删除「售后」？" });
  await expect(dialog.getByText("3 条问答、2 份文档一起删除")).toBeVisible();
  await dialog.getByLabel("输入「售后」确认").fill("售后");
  await dialog.getByRole("button", { name: "删除" }).click();
  await page.getByRole("button", { name: "最近删除（1）" }).click();
  await page.getByRole("button", { name: "找回" }).click();
  await expect(page.getByRole("link", { name: "售后" })).toBeVisible();
});

test("“back” after a new entry was saved leads to the list that one came from, as it was filtered", async () => {
  await page.goto("/knowledge");
  await page.getByRole("link", { name: "售后" }).click();
  await page.getByLabel("搜索问题和答案").fill("怎么");
  await expect(page).toHaveURL(/[?&]q=/);
  const list = page.url();
  await writeEntry("怎么查物流", "在订单里点查看物流。", "快递到哪了");
  await expect(page).toHaveURL(/entry=[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(list);
  await expect(sheet("怎么查物流")).toBeHidden();
  const row = page.getByRole("link", { name: "怎么查物流" });
  await expect(row).toBeVisible();
  // Closing is the same step: the list does not come twice.
  await row.click();
  await expect(sheet("怎么查物流")).toBeVisible();
  await sheet("怎么查物流").getByRole("button", { name: "关闭" }).dblclick();
  await expect(page).toHaveURL(list);
  await page.goBack();
  await expect(page).toHaveURL(/\/knowledge$/);
});

test("two different new entries that were begun from one draft can both be saved", async () => {
  await page.goto("/knowledge");
  await page.getByRole("link", { name: "售后" }).click();
  await page.getByRole("button", { name: "新建问答" }).click();
  const form = sheet("新建问答");
  await form.getByLabel("中文问题").fill("怎么换货");
  await form.getByLabel("中文答案，所有渠道").fill("在订单里申请换货。");
  const other = await page.context().newPage();
  await other.goto(page.url());
  const first = other.getByRole("dialog", { name: "新建问答" });
  await expect(first.getByLabel("中文问题")).toHaveValue("怎么换货");
  await first.getByRole("button", { name: "保存" }).click();
  await expect(other.getByRole("dialog", { name: "怎么换货" })).toBeVisible();
  await other.close();
  await form.getByLabel("中文问题").fill("换货谁付运费");
  await form.getByLabel("中文答案，所有渠道").fill("质量问题由我们承担。");
  await form.getByRole("button", { name: "保存" }).click();
  const conflict = page.getByRole("dialog", { name: "这条问答已经保存过" });
  await expect(conflict.getByRole("button", { name: /^已保存的.*在订单里申请换货。$/ })).toBeVisible();
  await expectNoSeriousFinding(page);
  await conflict.getByRole("button", { name: "另存为一条新问答" }).click();
  await closeSheet("换货谁付运费");
  await expect(page.getByRole("link", { name: "换货谁付运费" })).toBeVisible();
  await expect(page.getByRole("link", { name: "怎么换货" })).toBeVisible();
});

test("a new entry that was saved elsewhere and deleted is refused once, and saved once more is an entry of its own", async () => {
  await page.getByRole("button", { name: "新建问答" }).click();
  const form = sheet("新建问答");
  await form.getByLabel("中文问题").fill("能开专票吗");
  await form.getByLabel("中文答案，所有渠道").fill("可以，在订单里申请。");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("dialog", { name: "新建问答" }).getByRole("button", { name: "保存" }).click();
  await expect(other.getByRole("dialog", { name: "能开专票吗" })).toBeVisible();
  await other.close();
  await space.sql`update faq_entry set deleted_at = now()
    where workspace_id = ${space.workspaceId} and question ->> 'zh-CN' = '能开专票吗'`;
  await form.getByRole("button", { name: "保存" }).click();
  await expect(page.locator("li").filter({ hasText: "再保存一次，会另存为一条新问答" })).toBeVisible();
  await form.getByRole("button", { name: "保存" }).click();
  await expect(sheet("能开专票吗")).toBeVisible();
  await closeSheet("能开专票吗");
});

test("what a colleague changed in a case meanwhile is kept beside one's own; the same field is chosen from both", async () => {
  await page.getByRole("tab", { name: "案例" }).click();
  await page.getByRole("button", { name: "写案例" }).first().click();
  const fresh = sheet("写一个案例");
  await fresh.getByLabel("遇到的问题").fill("沙发塌了一角");
  await fresh.getByLabel("做法").fill("上门换弹簧。");
  await fresh.getByRole("button", { name: "保存" }).click();
  const form = sheet("沙发塌了一角");
  const { workspaceId } = space;
  const colleague = (field: "outcome" | "answer", text: string) =>
    space.sql`update knowledge_case set ${space.sql({ [field]: text })}, rev = rev + 1 where workspace_id = ${workspaceId}`;
  const stored = async () =>
    (await space.sql`select answer, outcome from knowledge_case where workspace_id = ${workspaceId}`)[0];

  await form.getByLabel("做法").fill("先拍照，再上门换弹簧。");
  await colleague("outcome", "客户满意");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("有未保存的改动")).toBeHidden();
  expect(await stored()).toEqual({ answer: "先拍照，再上门换弹簧。", outcome: "客户满意" });
  await expect(form.getByLabel("结果")).toHaveValue("客户满意");

  await form.getByLabel("做法").fill("先拍照，隔天上门。");
  await colleague("answer", "寄回更换。");
  await form.getByRole("button", { name: "保存" }).click();
  const conflict = page.getByRole("dialog", { name: "同事刚刚也改了这里" });
  await expect(conflict.getByText("寄回更换。")).toBeVisible();
  await expectNoSeriousFinding(page);
  expect(await stored()).toMatchObject({ answer: "寄回更换。" });
  await conflict.getByRole("button", { name: "取消" }).click();
  await expect(form.getByLabel("做法")).toHaveValue("先拍照，隔天上门。");
  await form.getByRole("button", { name: "保存" }).click();
  await conflict.getByRole("button", { name: "用我的" }).click();
  await conflict.getByRole("button", { name: "按所选保存" }).click();
  await expect(conflict).toBeHidden();
  await expect(form.getByText("有未保存的改动")).toBeHidden();
  expect(await stored()).toMatchObject({ answer: "先拍照，隔天上门。" });
  await closeSheet("沙发塌了一角");
});

test("a release that a restart cut off is shown as interrupted, and made again with one click", async () => {
  const { workspaceId } = space;
  await space.sql`
    insert into faq_release_attempt (base_id, workspace_id, note, author_name, alive_until)
    select id, workspace_id, '周末活动', '小明', now() - interval '1 minute' from knowledge_base
    where workspace_id = ${workspaceId} and id = ${new URL(page.url()).pathname.split("/").at(-1) ?? ""}`;
  await page.getByRole("tab", { name: "发布" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "上次发布中断了" });
  await expect(notice).toContainText("小明");
  await expectNoSeriousFinding(page);
  await notice.getByRole("button", { name: "再发布一次" }).click();
  await expect(notice).toBeHidden();
  await expect
    .poll(
      async () =>
        (await space.sql`select from faq_release_attempt where workspace_id = ${workspaceId}`).length,
    )
    .toBe(0);
});
