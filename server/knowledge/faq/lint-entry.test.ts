import { expect, test } from "vitest";
import { type EntryContent, emptyContent } from "./entry-content.ts";
import { lintEntry } from "./lint-entry.ts";

const NOW = Date.parse("2026-11-27T00:00:00Z");
const good: EntryContent = {
  ...emptyContent,
  question: { "zh-CN": "怎么退货" },
  similar: ["如何申请退货", "我要退货", "衣服想退掉", "退货流程是什么"],
  answers: [{ locale: "zh-CN", channel: null, text: "签收后 7 天内在“我的订单”里申请。" }],
};
const answered = (text: string): EntryContent => ({
  ...good,
  answers: [{ locale: "zh-CN", channel: null, text }],
});
const codes = (content: EntryContent) => lintEntry(content, NOW).map(({ code }) => code);

test("an entry with an answer and five ways of asking is fine", () => {
  expect(codes(good)).toEqual([]);
});

test("an entry without an answer, or without one in a language that it is asked in, is named", () => {
  expect(codes({ ...good, answers: [] })).toEqual(["no_answer"]);
  expect(lintEntry({ ...good, question: { ...good.question, en: "Return?" } }, NOW)).toMatchObject([
    { code: "no_answer_in_language", facts: { locale: "en" } },
  ]);
});

test.each([
  ["活动到 12月31日 为止", "date_without_end"],
  ["2026-12-31 前有效", "date_without_end"],
  ["Until December 31", "date_without_end"],
  ["运费 ¥12", "price_without_end"],
  ["满 99 元包邮", "price_without_end"],
  ["Shipping costs 5 dollars", "price_without_end"],
])("%s needs a date until which it is true", (text, code) => {
  expect(codes(answered(text))).toEqual([code]);
  expect(codes({ ...answered(text), validTo: "2027-01-01T00:00:00.000Z" })).toEqual([]);
});

test("a price is quoted whole", () => {
  expect(lintEntry(answered("运费 12.5 元"), NOW)).toMatchObject([{ facts: { found: "12.5 元" } }]);
  expect(lintEntry(answered("运费 ¥120"), NOW)).toMatchObject([{ facts: { found: "¥120" } }]);
});

test("what is over, or over before it begins, is named", () => {
  expect(codes({ ...good, validTo: "2026-01-01T00:00:00.000Z" })).toEqual(["expired"]);
  expect(
    codes({ ...good, validFrom: "2027-02-01T00:00:00.000Z", validTo: "2027-01-01T00:00:00.000Z" }),
  ).toEqual(["ends_before_start"]);
});

test("few, repeated and contradicting phrasings and long answers are named", () => {
  expect(codes({ ...good, similar: [] })).toEqual(["few_phrasings"]);
  expect(codes({ ...good, similar: [...good.similar, "怎麼退貨？"] })).toEqual(["phrasing_twice"]);
  expect(codes({ ...good, negatives: ["我要退货！"] })).toEqual(["negative_is_phrasing"]);
  expect(codes(answered("长".repeat(201)))).toEqual(["answer_long"]);
});

test("a word that the glossary forbids is named where the shop says it, never where customers ask", () => {
  const glossary = [{ locale: "zh-CN", preferred: "退款", forbidden: ["返款"] }] as const;
  const entry = { ...answered("三天内返款。"), similar: [...good.similar, "多久返款"] };
  expect(lintEntry(entry, NOW, glossary)).toEqual([
    {
      ...{ code: "forbidden_word", severity: "warning", field: "answers" },
      facts: { found: "返款", preferred: "退款" },
    },
  ]);
  expect(lintEntry({ ...good, similar: entry.similar }, NOW, glossary)).toEqual([]);
});

test("a price that is reviewed regularly needs no last day", () => {
  expect(codes({ ...answered("运费 ¥12"), reviewEveryDays: 30 })).toEqual([]);
  expect(codes({ ...answered("活动到 12月31日 为止"), reviewEveryDays: 30 })).toEqual(["date_without_end"]);
});
