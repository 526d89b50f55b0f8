import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { customer, readServerLog } from "./support/customer.ts";

const CHAT = "/chat/shop";

async function open(page: Page, locale: "zh-CN" | "en" = "zh-CN") {
  await page.goto(CHAT);
  const chat = customer(page, locale);
  await expect(chat.log.getByRole("article")).toHaveCount(1);
  return chat;
}

test.describe("a customer asks", () => {
  test("is greeted, picks a button, and the buttons close with the pick marked", async ({ page }) => {
    const chat = await open(page);
    await chat.pick("查订单");
    await chat.expectGroups(3);
    const picked = chat.log.getByRole("button", { name: "查订单" });
    await expect(picked).toBeDisabled();
    await expect(picked).toHaveAttribute("aria-pressed", "true");
    await expect(chat.log.getByRole("button", { name: "退换货" })).toBeDisabled();
  });

  test("gets an answer to a typed question, and everything is still there after a reload, once", async ({
    page,
  }) => {
    const chat = await open(page);
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    const before = await chat.read();
    await page.reload();
    await chat.expectGroups(3);
    expect(await chat.read()).toEqual(before);
    const log = await readServerLog(page, "shop");
    expect(log.filter(({ role }) => role === "customer")).toHaveLength(1);
  });

  test("says what is said in English to a reader of English, and can switch", async ({ browser }) => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await open(page, "en");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitemradio", { name: "简体中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("textbox", { name: "输入消息" })).toBeVisible();
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await context.close();
  });

  test("English is set in a Latin font: its curly quotes are as narrow as its letters", async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const chat = await open(page, "en");
    await chat.input.fill("don’t");
    // Chinese fonts draw this sign one Han letter wide.
    const ems = await chat.input.evaluate((field) => {
      const canvas = document.createElement("canvas").getContext("2d");
      if (!canvas) throw new Error("this browser draws nothing");
      canvas.font = `100px ${getComputedStyle(field).fontFamily}`;
      return canvas.measureText("’").width / 100;
    });
    expect(ems).toBeLessThan(0.5);
    await context.close();
  });

  test("writes over several lines and only Enter sends", async ({ page }) => {
    const chat = await open(page);
    await chat.input.pressSequentially("第一行");
    await chat.input.press("Shift+Enter");
    await chat.input.pressSequentially("第二行");
    await expect(chat.input).toHaveValue("第一行\n第二行");
    await chat.input.press("Enter");
    await expect(chat.input).toHaveValue("");
    await expect(chat.log.getByText("第一行")).toHaveCount(1);
  });

  test("typed markup shows as typed and does nothing", async ({ page }) => {
    const canary: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => canary.push(dialog.message())));
    page.on("request", (request) => request.url().includes("canary.example") && canary.push(request.url()));
    const chat = await open(page);
    await chat.say(
      '<img src="https://canary.example/x" onerror=alert(1)> [点](javascript:alert(1)) ![x](https://canary.example/p)',
    );
    await chat.expectGroups(3);
    await expect(chat.log.locator("img, a[href^='javascript']")).toHaveCount(0);
    expect(canary).toEqual([]);
  });
});

test.describe("the network fails", () => {
  test("a message that did not get through is sent again under the same id, and counts once", async ({
    page,
  }) => {
    const chat = await open(page);
    const ids: string[] = [];
    await page.route("**/v1/conversations/*/messages", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      ids.push(route.request().postDataJSON().id);
      // The first three get lost on the way; one of them after the server has taken it.
      if (ids.length === 2) await route.fetch();
      return ids.length <= 3 ? route.abort("connectionfailed") : route.continue();
    });
    await chat.say("怎么开发票？");
    await page
      .getByRole("button", { name: "重试" })
      .or(chat.log.getByText("机器人").nth(1))
      .first()
      .waitFor();
    const retry = page.getByRole("button", { name: "重试" });
    if (await retry.isVisible()) await retry.click();
    await chat.expectGroups(3);
    expect(new Set(ids).size).toBe(1);
    const log = await readServerLog(page, "shop");
    expect(log.filter(({ role }) => role === "customer")).toHaveLength(1);
  });

  test("offline is said in words, and what was written meanwhile goes out by itself", async ({
    page,
    context,
  }) => {
    const chat = await open(page);
    await context.setOffline(true);
    await expect(page.getByText("网络已断开")).toBeVisible();
    await chat.say("支持七天无理由退货吗？");
    await expect(chat.log.getByText("支持七天无理由退货吗？")).toHaveCount(1);
    await context.setOffline(false);
    await expect(page.getByText("网络已断开")).toBeHidden();
    await chat.expectGroups(3);
    await expect(chat.log.getByText("支持七天无理由退货吗？")).toHaveCount(1);
  });

  test("a page that cannot be reached says so and opens when asked again", async ({ page }) => {
    await page.route("**/v1/bots/shop/conversations", (route) => route.abort());
    await page.goto(CHAT);
    await expect(page.getByRole("heading", { name: "连接不上" })).toBeVisible();
    await page.unroute("**/v1/bots/shop/conversations");
    await page.getByRole("button", { name: "重试" }).click();
    await customer(page).expectGroups(1);
  });

  test("blocked storage costs the resume, not the talk", async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("denied", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get: refuse });
      Object.defineProperty(window, "sessionStorage", { get: refuse });
    });
    const chat = await open(page);
    await chat.say("运费多少？");
    await chat.expectGroups(3);
  });
});

test.describe("the same talk elsewhere", () => {
  test("two tabs show the same, whichever one speaks", async ({ page, context }) => {
    const first = await open(page);
    const other = await context.newPage();
    const second = await open(other);
    await first.say("多久能发货？");
    await first.expectGroups(3);
    await second.expectGroups(3);
    await second.say("怎么开发票？");
    await second.expectGroups(5);
    await first.expectGroups(5);
    expect(await first.read()).toEqual(await second.read());
  });

  test("two tabs that open at the same moment begin one talk", async ({ page, context }) => {
    const other = await context.newPage();
    await Promise.all([open(page), open(other)]);
    const keyOf = (tab: Page) => tab.evaluate(() => localStorage.getItem("jieda:talk:shop"));
    const [mine, theirs] = [await readServerLog(page, "shop"), await readServerLog(other, "shop")];
    expect(await keyOf(page)).toBe(await keyOf(other));
    expect(mine).toEqual(theirs);
  });

  test("a new talk in one tab is followed by the other", async ({ page, context }) => {
    const first = await open(page);
    await first.say("多久能发货？");
    await first.expectGroups(3);
    const other = await context.newPage();
    const second = customer(other);
    await other.goto(CHAT);
    await second.expectGroups(3);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "开始新对话" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "开始新对话" }).click();
    await first.expectGroups(1);
    await second.expectGroups(1);
  });
});

test.describe("feedback and the end", () => {
  test("an answer is rated down with a reason, and the mark stays after a reload", async ({ page }) => {
    const chat = await open(page);
    await chat.say("怎么开发票？");
    await chat.expectGroups(3);
    await chat.log.getByRole("button", { name: "没帮助" }).last().click();
    await page.getByRole("button", { name: "没说全" }).click();
    const stored = page.waitForResponse(
      (response) => response.url().endsWith("/rating") && response.status() === 204,
    );
    await page.getByRole("button", { name: "提交" }).click();
    expect((await stored).request().postDataJSON()).toMatchObject({ value: "down", reason: "incomplete" });
    await page.reload();
    await expect(chat.log.getByRole("button", { name: "没帮助" }).last()).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });

  test("the customer ends the talk, reads it still, and begins another", async ({ page }) => {
    const chat = await open(page);
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "结束对话" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "结束对话" }).click();
    await expect(chat.input).toBeHidden();
    await chat.expectGroups(3);
    await page.getByRole("button", { name: "开始新对话" }).click();
    await chat.expectGroups(1);
    await expect(chat.input).toBeVisible();
  });

  test("stars are there after a reload, also for who missed that they were asked for", async ({ page }) => {
    await page.route("**/events", (route) => route.abort());
    const chat = await open(page);
    await chat.say("再见");
    await chat.expectGroups(3);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "结束对话" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "结束对话" }).click();
    await expect(chat.input).toBeHidden();
    await page.reload();
    const stars = page.getByRole("radio", { name: /^5/ });
    await expect(stars).toBeVisible();
    await stars.check({ force: true });
    await page.getByRole("button", { name: "提交" }).click();
    await expect(page.getByRole("status").filter({ hasText: "感谢您的评价" })).toBeVisible();
  });

  test("a picture is sent and shown", async ({ page }) => {
    const chat = await open(page);
    const picker = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "发送文件" }).click();
    // The smallest picture there is: one pixel.
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    await (await picker).setFiles({
      name: "桌子.png",
      mimeType: "image/png",
      buffer: Buffer.from(pixel, "base64"),
    });
    await expect(page.getByRole("progressbar")).toBeHidden();
    await page.getByRole("button", { name: "发送", exact: true }).click();
    await expect(chat.log.getByRole("button", { name: /查看大图/ })).toBeVisible();
  });

  test("an emoji is picked with the keyboard alone", async ({ page }) => {
    const chat = await open(page);
    await page.getByRole("button", { name: "表情" }).press("Enter");
    await page.getByRole("button", { name: "大笑" }).press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(chat.input).toHaveValue("😊");
    await expect(chat.input).toBeFocused();
  });
});

test.describe("everybody can use it", () => {
  for (const { locale, colorScheme, width } of [
    { locale: "zh-CN", colorScheme: "light", width: 320 },
    { locale: "zh-CN", colorScheme: "dark", width: 1440 },
    { locale: "en-GB", colorScheme: "light", width: 1440 },
    { locale: "en-GB", colorScheme: "dark", width: 390 },
  ] as const) {
    test(`nothing overflows and axe finds nothing: ${locale}, ${colorScheme}, ${width} px`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const isChinese = locale === "zh-CN";
      const chat = await open(page, isChinese ? "zh-CN" : "en");
      await chat.say(
        isChinese ? `怎么开发票？${"x".repeat(300)}` : `How do I get an invoice? ${"x".repeat(300)}`,
      );
      await chat.expectGroups(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    });
  }

  test("a chat that does not exist says so, in words", async ({ page }) => {
    await page.goto("/chat/nobody");
    await expect(page.getByRole("heading", { name: "找不到这个客服" })).toBeVisible();
  });
});
