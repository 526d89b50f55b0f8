import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";

/** The owner's first day: one story, in order, on one site. */
test.describe.configure({ mode: "serial" });

const OWNER = { email: "boss@teahouse.test", password: "green tea in autumn", name: "林晓" };
const EDITOR = { email: "ming@teahouse.test", password: "long walks by the river", name: "小明" };

let inviteUrl = "";

async function newPage(browser: Browser, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  return browser.newPage(options);
}

/** What the person at the terminal reads; the site is ready a moment before it is printed. */
function readSetupUrl(): string | null {
  const { setupUrl } = JSON.parse(readFileSync(join(import.meta.dirname, ".output/site.json"), "utf8"));
  return setupUrl;
}

async function signIn(
  page: Page,
  person: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("邮箱").fill(person.email);
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "机器人", level: 1 })).toBeVisible();
}

async function expectNoSeriousFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
}

test("whoever is not signed in is led to the sign-in page and back to where he wanted", async ({ page }) => {
  await page.goto("/conversations?status=ended");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fconversations%3Fstatus%3Dended/);
  await expect(page.getByText("还没有人使用过这个系统")).toBeVisible();
  await expectNoSeriousFinding(page);
});

test("the link of the first start makes the owner, once", async ({ page }) => {
  await expect.poll(readSetupUrl).not.toBeNull();
  const setupUrl = readSetupUrl() ?? "";
  await page.goto(setupUrl);
  await expectNoSeriousFinding(page);
  await page.getByLabel("工作区名称").fill("林记茶铺");
  await page.getByLabel("您的姓名").fill(OWNER.name);
  await page.getByLabel("邮箱").fill(OWNER.email);
  await page.getByLabel("密码", { exact: true }).fill("password2024");
  await page.getByRole("button", { name: "创建并进入" }).click();
  await expect(page.getByText("这个密码太常见，容易被猜中")).toBeVisible();
  await page.getByLabel("密码", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "创建并进入" }).click();
  await expect(page.getByRole("heading", { name: "机器人", level: 1 })).toBeVisible();
  await expect(page.getByText("林记茶铺")).toBeVisible();

  await page.goto(setupUrl);
  await expect(page.getByRole("heading", { name: "已经设置好了" })).toBeVisible();
});

test("the owner invites an editor with a link that is shown once", async ({ page }) => {
  await signIn(page, OWNER);
  await page.getByRole("link", { name: "成员" }).click();
  await page.getByRole("button", { name: "邀请成员" }).click();
  await page.getByLabel("对方的邮箱").fill(EDITOR.email);
  await page.getByRole("button", { name: "生成链接" }).click();
  inviteUrl = (await page.getByRole("figure", { name: "邀请链接" }).locator("pre").textContent()) ?? "";
  expect(inviteUrl).toContain("/invite?token=");
  await page.getByRole("button", { name: "完成" }).click();
  await expect(page.getByRole("list", { name: "待接受的邀请" })).toContainText(EDITOR.email);
  await expectNoSeriousFinding(page);
});

test("the editor joins, and may set up bots but not rename the workspace or see members", async ({
  page,
}) => {
  await page.goto(inviteUrl);
  await expect(page.getByRole("heading", { name: "加入「林记茶铺」" })).toBeVisible();
  await page.getByLabel("您的姓名").fill(EDITOR.name);
  await page.getByLabel("设置密码").fill(EDITOR.password);
  await page.getByRole("button", { name: "加入" }).click();
  await expect(page.getByRole("heading", { name: "机器人", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "成员" })).toHaveCount(0);
  await page.getByRole("link", { name: "设置" }).click();
  await expect(page.getByLabel("工作区名称")).not.toBeEditable();
  const status = await page.evaluate(async () => {
    const body = JSON.stringify({ name: "taken" });
    const headers = { "content-type": "application/json" };
    return (await fetch("/trpc/workspace.rename", { method: "POST", headers, body })).status;
  });
  expect(status).toBe(403);
});

test("a changed role ends the member's session within seconds", async ({ page, browser }) => {
  const editor = await newPage(browser, { locale: "zh-CN" });
  await signIn(editor, EDITOR);
  await signIn(page, OWNER);
  await page.goto("/members");
  await page.getByRole("combobox", { name: `${EDITOR.name} 的角色` }).click();
  await page.getByRole("option", { name: /分析师/ }).click();
  await expect(page.getByText(`${EDITOR.name} 现在是分析师`, { exact: false }).first()).toBeVisible();
  await editor.goto("/bots");
  await expect(editor).toHaveURL(/\/sign-in/);
  await editor.close();
});

test("language and look change at once and are still there in another browser", async ({ page, browser }) => {
  await signIn(page, OWNER);
  await page.getByRole("button", { name: /账号菜单/ }).click();
  const saved = page.waitForResponse((response) => response.url().includes("me.setPreferences"));
  await page.getByRole("menuitemcheckbox", { name: "深色" }).click();
  await saved;
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: /账号菜单/ }).click();
  const savedAgain = page.waitForResponse((response) => response.url().includes("me.setPreferences"));
  await page.getByRole("menuitemcheckbox", { name: "English" }).click();
  await savedAgain;
  await expect(page.getByRole("heading", { name: "Bots", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Bots", level: 1 })).toBeVisible();

  const other = await newPage(browser, { locale: "zh-CN" });
  await other.goto("/sign-in");
  await other.getByLabel("邮箱").fill(OWNER.email);
  await other.getByLabel("密码", { exact: true }).fill(OWNER.password);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Bots", level: 1 })).toBeVisible();
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await other.getByRole("button", { name: /Account menu/ }).click();
  const back = other.waitForResponse((response) => response.url().includes("me.setPreferences"));
  await other.getByRole("menuitemcheckbox", { name: "简体中文" }).click();
  await back;
  await other.close();
});

test("the palette opens with the keyboard and goes where its reader types", async ({ page }) => {
  await signIn(page, OWNER);
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("输入名称，或想做的事").fill("我的账号");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "我的账号", level: 1 })).toBeVisible();
});

test("a talk shows its steps, and what a customer wrote stays text", async ({ page, request }) => {
  const evil = `<img src=x onerror="document.title='owned'">怎么退货`;
  const started = await request.post("/v1/bots/shop/conversations", { data: { locale: "zh-CN" } });
  const { conversationId, token } = await started.json();
  await request.post(`/v1/conversations/${conversationId}/messages`, {
    headers: { authorization: `Bearer ${token}` },
    data: { id: "m1", text: evil },
  });
  await signIn(page, OWNER);
  await page.getByRole("link", { name: "对话" }).click();
  await page.getByRole("searchbox", { name: "搜索最后一条消息" }).fill("onerror");
  await page.goto(`/conversations/${conversationId}`);
  const thread = page.getByRole("region", { name: "对话内容" });
  await expect(thread).toContainText(evil);
  await thread.getByRole("button").filter({ hasText: "onerror" }).click();
  const trace = page.getByRole("region", { name: "执行过程" });
  await expect(trace.getByRole("listitem").first()).toBeVisible();
  expect(await page.title()).not.toContain("owned");
  expect(await page.locator("main img").count()).toBe(0);
  await expectNoSeriousFinding(page);
});

test("a paused bot says so, and resumes", async ({ page }) => {
  await signIn(page, OWNER);
  await page.getByRole("listitem").filter({ hasText: "示例商店" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "暂停" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "暂停" }).click();
  await expect(page.getByText("机器人已暂停，新客户现在无法开始对话。")).toBeVisible();
  await page.getByRole("button", { name: "恢复" }).click();
  await expect(page.getByText("机器人已暂停，新客户现在无法开始对话。")).toHaveCount(0);
});

for (const look of ["light", "dark"] as const) {
  for (const locale of ["zh-CN", "en"] as const) {
    test(`no page has a serious accessibility finding (${locale}, ${look})`, async ({ page }) => {
      test.slow();
      await signIn(page, OWNER);
      await page.evaluate(
        ([theme, language]) => {
          localStorage.setItem("jieda.theme", theme);
          localStorage.setItem("jieda.locale", language);
        },
        [look, locale] as const,
      );
      await page.goto("/bots");
      const bot = await page.locator("main a[href^='/bots/']").first().getAttribute("href");
      for (const path of [
        "/bots",
        ...["overview", "embed", "settings", "versions"].map((tab) => `${bot}?tab=${tab}`),
        ...["/conversations", "/members", "/account", "/settings", "/settings?tab=audit"],
      ]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("status")).toHaveCount(0);
        await expectNoSeriousFinding(page);
      }
    });
  }
}

test("signing out ends the session for the cookie, not only for the page", async ({ page, context }) => {
  await signIn(page, OWNER);
  const cookies = await context.cookies();
  await page.getByRole("button", { name: /账号菜单/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await page.goto("/bots");
  await expect(page).toHaveURL(/\/sign-in/);
});
