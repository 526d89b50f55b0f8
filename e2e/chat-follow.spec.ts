import { expect, type Page, test } from "@playwright/test";
import { customer } from "./support/customer.ts";

/** The shop answers within milliseconds: while the log still glides down to the customer's own words. */

test.use({ viewport: { width: 390, height: 700 } });

const LONG =
  "你好，我想问一下，我上个星期在你们家买的那件衣服，到现在还没有收到，请问你们一般多久能发货，多久能送到";

async function open(page: Page) {
  await page.goto("/chat/shop");
  const chat = customer(page, "zh-CN");
  await expect(chat.log.getByRole("article")).toHaveCount(1);
  return chat;
}

const leftBelow = (page: Page) =>
  page.getByRole("log").evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));

test("each answer is in view when it comes, also below a message of several lines", async ({ page }) => {
  const chat = await open(page);
  for (const groups of [3, 5, 7]) {
    await chat.say(LONG);
    await chat.expectGroups(groups);
    await expect.poll(() => leftBelow(page)).toBeLessThan(2);
    await expect(page.getByRole("button", { name: "最新消息" })).toBeHidden();
  }
});

test("who reads further up is left there, and goes down when they like", async ({ page }) => {
  const chat = await open(page);
  for (const groups of [3, 5]) {
    await chat.say(LONG);
    await chat.expectGroups(groups);
  }
  await page.getByRole("log").hover();
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "最新消息" }).click();
  await expect.poll(() => leftBelow(page)).toBeLessThan(2);
});
