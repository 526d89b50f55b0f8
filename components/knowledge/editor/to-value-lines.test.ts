import { expect, test } from "vitest";
import { diffLines, toValueLines, type ValueNames } from "./to-value-lines.ts";

const names: ValueNames = {
  locale: (locale) => locale,
  answer: (locale, channel) => `${locale}/${channel ?? "*"}`,
  category: () => "售后",
  person: () => "小林",
  day: (at) => at.slice(0, 10),
  days: (count) => `${count}`,
  dataClass: (dataClass) => dataClass,
};

test("a value reads as lines, an empty one as none", () => {
  expect(toValueLines("question", { question: { "zh-CN": "怎么退货", en: "How to return" } }, names)).toEqual(
    ["zh-CN: 怎么退货", "en: How to return"],
  );
  const answers = [{ locale: "zh-CN" as const, channel: null, text: "七天。" }];
  expect(toValueLines("answers", { answers }, names)).toEqual(["zh-CN/*: 七天。"]);
  expect(toValueLines("categoryId", { categoryId: null }, names)).toEqual([]);
});

test("a difference names what went and what came", () => {
  expect(diffLines(["如何退货", "退货流程"], ["退货流程", "我要退货"])).toEqual([
    { type: "gone", text: "如何退货" },
    { type: "added", text: "我要退货" },
  ]);
});
