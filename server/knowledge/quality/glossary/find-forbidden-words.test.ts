import { expect, test } from "vitest";
import { findForbiddenWords, type GlossaryRule } from "./find-forbidden-words.ts";

const rules: readonly GlossaryRule[] = [
  { locale: "zh-CN", preferred: "退换货", forbidden: ["换货", "退还货"] },
  { locale: "zh-CN", preferred: "会员卡", forbidden: ["VIP卡"] },
  { locale: "en", preferred: "refund", forbidden: ["money back", "fund"] },
];
const find = (text: string, locale: "zh-CN" | "en" = "zh-CN") =>
  findForbiddenWords(text, locale, rules).map(({ found }) => found);

test("names each forbidden word with the one to use", () => {
  expect(findForbiddenWords("七天内可以换货，换货免运费", "zh-CN", rules)).toEqual([
    { found: "换货", preferred: "退换货" },
  ]);
});

test("a word inside the preferred one is right", () => {
  expect(find("七天内可以退换货")).toEqual([]);
  expect(find("七天内可以退换货，也可以只换货")).toEqual(["换货"]);
  expect(find("Refunds take 3 days", "en")).toEqual([]);
});

test("Latin words are whole ones, in any case and width", () => {
  expect(find("Money Back within a week", "en")).toEqual(["money back"]);
  expect(find("We fund it. Funding is slow", "en")).toEqual(["fund"]);
  expect(find("Funding is slow", "en")).toEqual([]);
  expect(find("办ＶＩＰ卡")).toEqual(["VIP卡"]);
});

test("each language has its own words", () => {
  expect(find("换货", "en")).toEqual([]);
  expect(findForbiddenWords("", "zh-CN", rules)).toEqual([]);
});
