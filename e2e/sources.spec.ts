import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { expectNoSeriousFinding } from "./support/expect-no-serious-finding.ts";
import { openWorkspace, type TestWorkspace } from "./support/open-workspace.ts";
import { type SeededBot, seedBot } from "./support/seed-bot.ts";

/** A customer reads up where an answer comes from; whoever keeps the documents mends it there. */
test.describe.configure({ mode: "serial" });

const BASE = randomUUID();
const TEXTS = [
  "签收后七天内可以申请退货。",
  "退货的运费由买家承担。",
  "仓库收到后三天内退款。",
  "退款原路返回。",
];
let space: TestWorkspace;
let bot: SeededBot;
let documentId: string;
let passageIds: string[];

test.beforeAll(async () => {
  space = await openWorkspace("出处");
  const { sql } = space;
  const said = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });
  const bundle = drawBundle({
    nodes: {
      start: { kind: "start" },
      hello: said("您好，想问什么？"),
      search: { kind: "kb-search", config: { bases: [BASE] } },
      end: { kind: "end", config: {} },
    },
    wires: ["start.next -> hello", "hello.next -> search", "search.found -> end", "search.not-found -> end"],
  });
  bot = await seedBot(sql, bundleSchema.parse(bundle));
  await sql`insert into knowledge_base (id, workspace_id, name) values (${BASE}, ${bot.workspaceId}, '售后')`;
  const [document] = await sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, url, state, is_served, passages, author_name)
    values (${BASE}, ${bot.workspaceId}, '售后手册.pdf', 'url', 'https://shop.example/manual', 'ready', true, 4, '小林') returning id`;
  documentId = document?.id ?? "";
  const rows = await sql<{ id: string }[]>`
    insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
    select ${documentId}, ${BASE}, ${bot.workspaceId}, text, n, '{退货}', text, '{"pages":[3,3],"chars":[0,1]}'
    from unnest(${TEXTS}::text[]) with ordinality t(text, n) returning id`;
  passageIds = rows.map(({ id }) => id);
});
test.afterAll(() => space.close());

test("a source opens in the chat at its place, and says so when it is gone", async ({ page }) => {
  await page.goto(`/chat/${bot.key}`);
  await page.getByRole("textbox").fill("退货运费谁承担");
  await page.keyboard.press("Enter");
  await page.getByText("参考来源").click();
  const source = page.getByRole("button", { name: /^查看原文：售后手册/ });
  await source.click();
  const dialog = page.getByRole("dialog", { name: "售后手册" });
  await expect(dialog.locator("mark")).toHaveText("退货的运费由买家承担。");
  await expect(dialog.getByText("签收后七天内可以申请退货。")).toBeVisible();
  await expect(dialog.getByText("退货 › 第 3 页")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "打开原网页" })).toHaveAttribute(
    "href",
    "https://shop.example/manual",
  );
  await expectNoSeriousFinding(page);
  await page.keyboard.press("Escape");
  await expect(source).toBeFocused();
  await space.sql`update document set data_class = 'important' where id = ${documentId}`;
  await source.click();
  await expect(page.getByText("这份资料现在不能查看。")).toBeVisible();
  await space.sql`update document set data_class = 'general' where id = ${documentId}`;
});

test("its address in the console leads to the passage, and what is typed there outlives a reload", async ({
  page,
}) => {
  const person = await space.addPerson("林晓");
  await space.sql`update member set workspace_id = ${bot.workspaceId} where user_id = ${person.userId}`;
  await space.signIn(page.context(), person);
  const address = `/knowledge/${BASE}?tab=documents&document=${documentId}&passage=${passageIds[1]}`;
  await page.goto(address);
  const passage = page.getByRole("listitem").filter({ hasText: "退货的运费由买家承担。" });
  await expect(passage).toBeInViewport();
  await passage.getByRole("button", { name: "编辑" }).click();
  await page.getByLabel("段落内容").fill("退货的运费由我们承担。");
  await page.reload();
  await expect(page.getByLabel("段落内容")).toHaveValue("退货的运费由我们承担。");
  await page.getByRole("button", { name: "保存" }).last().click();
  // Not what screen readers are told of it for a moment, which says the same and more.
  await expect(page.getByText("已保存，下一句话就用新内容", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("退货的运费由我们承担。")).toBeVisible();
  await expect(page.getByLabel("段落内容")).toHaveCount(0);
});
