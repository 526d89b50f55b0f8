import { expect, test } from "vitest";
import { CANCEL_WORDS, isOneOf, parseYesNo } from "./words.ts";

test.each([
  "是",
  "是的。",
  "对",
  "好的吧",
  "可以！",
  "嗯嗯",
  "ＹＥＳ",
  "Yes please",
  "ok",
  "👍",
  "👍🏻",
  "是的，帮我退款",
  "没问题",
  "确认",
])("takes %s for a yes", (text) => {
  expect(parseYesNo(text)).toBe(true);
});

test.each(["不是", "不用了", "不要，谢谢", "没有", "No", "no thanks", "不了", "❌", "不对！", "nope"])(
  "takes %s for a no",
  (text) => {
    expect(parseYesNo(text)).toBe(false);
  },
);

test.each(["好像不是这样", "可以退货吗这个怎么弄啊我想问问", "对面那家店", "也许", "maybe", "", "😀", "？"])(
  "takes %s for neither",
  (text) => {
    expect(parseYesNo(text)).toBeNull();
  },
);

test("knows a word in any width, case and with closing punctuation, but not inside a sentence", () => {
  expect(isOneOf("ＣＡＮＣＥＬ！", CANCEL_WORDS)).toBe(true);
  expect(isOneOf("取消。", CANCEL_WORDS)).toBe(true);
  expect(isOneOf("取消订单要多久", CANCEL_WORDS)).toBe(false);
});
