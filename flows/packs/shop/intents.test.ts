import { describe, expect, test } from "vitest";
import { demoOrders, ORDER_NUMBER_PATTERN } from "./demo-orders.ts";
import { faqEn } from "./faq-en.ts";
import { faqZh } from "./faq-zh.ts";
import { shopIntents } from "./intents.ts";
import { listLookAlikes, normalisePhrasing, toPhrasing } from "./phrasing.ts";
import { smallTalk } from "./small-talk.ts";

const HAN = /\p{Script=Han}/u;

describe.each([
  ["zh-CN", faqZh],
  ["en", faqEn],
] as const)("shop intents in %s", (locale, faq) => {
  const examples = shopIntents.flatMap((intent) =>
    intent.examples[locale].map((text) => toPhrasing(intent.id, text)),
  );
  const questions = faq.flatMap((entry) =>
    [entry.question, ...entry.similar].map((text) => toPhrasing(`faq ${entry.id}`, text)),
  );

  test("there are 8, each with at least 20 examples and 3 negatives", () => {
    expect(shopIntents).toHaveLength(8);
    for (const intent of shopIntents) {
      expect(intent.examples[locale].length, intent.id).toBeGreaterThanOrEqual(20);
      expect(intent.negatives[locale].length, intent.id).toBeGreaterThanOrEqual(3);
    }
  });

  test("no example is given twice", () => {
    const seen = examples.map(({ text }) => normalisePhrasing(text));
    expect(seen.filter((text, at) => seen.indexOf(text) !== at)).toEqual([]);
  });

  test("no two intents claim nearly the same example", () => {
    expect(listLookAlikes(examples, examples)).toEqual([]);
  });

  test("no example is nearly a question that the FAQ answers", () => {
    expect(listLookAlikes(examples, questions)).toEqual([]);
  });

  test("every sentence is in its own language", () => {
    const sentences = [
      ...shopIntents.flatMap((intent) => [
        intent.name[locale],
        intent.description[locale],
        ...intent.examples[locale],
        ...intent.negatives[locale],
      ]),
      ...Object.values(smallTalk).flatMap((group) => group[locale]),
    ];
    expect(sentences.filter((text) => HAN.test(text) !== (locale === "zh-CN"))).toEqual([]);
  });
});

test("demo orders have numbers of the checked form, each once, and show every status", () => {
  const numbers = demoOrders.map((order) => order.number);
  expect(demoOrders).toHaveLength(12);
  expect(new Set(numbers).size).toBe(12);
  expect(numbers.filter((number) => !new RegExp(`^${ORDER_NUMBER_PATTERN}$`).test(number))).toEqual([]);
  expect(new Set(demoOrders.map((order) => order.status))).toEqual(
    new Set(["pending", "shipped", "delivered", "returned", "refunded"]),
  );
});

test("a demo order that has left names its courier and its tracking number", () => {
  const underway = demoOrders.filter(({ status }) => status !== "pending" && status !== "refunded");
  expect(underway.filter((order) => order.courier === null || order.trackingNumber === null)).toEqual([]);
});
