import { expect, test } from "vitest";
import { matchOption, matchOptionStrictly } from "./match-option.ts";

const OPTIONS = [
  { id: "return", label: "退货", synonyms: ["退回去", "send back"] },
  { id: "exchange", label: "换货", synonyms: ["swap"] },
  { id: "progress", label: "退货进度", synonyms: [] },
  { id: "invoice", label: "Invoice request", synonyms: ["开发票"] },
];

test.each([
  ["退货", "return"],
  ["「退货」", "return"],
  ["我要退货", "return"],
  ["想退回去", "return"],
  ["please send back", "return"],
  ["退货进度怎么样了", "progress"],
  ["进度", "progress"],
  ["2", "exchange"],
  ["２", "exchange"],
  ["②", "exchange"],
  ["2.", "exchange"],
  ["选2", "exchange"],
  ["第二个", "exchange"],
  ["the second one", "exchange"],
  ["最后一个", "invoice"],
  ["invoice requst", "invoice"],
  ["INVOICE REQUEST", "invoice"],
])("understands %s", (text, id) => {
  expect(matchOption(text, OPTIONS)?.id).toBe(id);
});

test.each(["", "我不要退货", "退货还是换货", "5", "0", "今天天气不错", "😀", "x".repeat(8_000), "i swapped"])(
  "leaves %s open",
  (text) => {
    expect(matchOption(text, OPTIONS)).toBeNull();
  },
);

test("takes only label, synonym and number when it must not misread", () => {
  expect(matchOptionStrictly("换货", OPTIONS)?.id).toBe("exchange");
  expect(matchOptionStrictly("第一个", OPTIONS)?.id).toBe("return");
  expect(matchOptionStrictly("我要换货", OPTIONS)).toBeNull();
});
