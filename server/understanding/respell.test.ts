import { expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";
import { createRespeller, isOneSlip } from "./respell.ts";
import { respellHan } from "./respell-han.ts";
import { ELSEWHERE_OWNER } from "./row-table.ts";

test.each([
  ["退huo", "退货"],
  ["tui货", "退货"],
  ["你们发什么快第", "你们发什么快递"],
  ["退宽多久到账", "退款多久到账"],
  ["优惠卷用不了", "优惠券用不了"],
  ["运费多少", "运费多少"],
  ["退huogood", "退huogood"],
  ["密马忘了怎么办", "密码忘了怎么办"],
])("%j sounds like %j", (text, meant) => expect(respellHan(text)).toBe(meant));

test.each([
  ...[
    "我的信息保密吗",
    "优惠券怎么去消费",
    "宠物留宿怎么收费",
    "退款会原路退回吗",
    "顾客付运费吗",
    "手机分期付款吗",
    "年级分班考试",
  ],
  ...[
    "二手货收吗",
    "接收活动通知",
    "批发或零售都可以吗",
    "你们店在哪",
    "最快第二天能到吗",
    "退或换都行吗",
    "这边地只能自提吗",
    "无流量能看吗",
  ],
  "他的外套打扣子吗",
])("%j is written as it is meant", (text) => expect(respellHan(text)).toBe(text));

test.each([
  ["shiping", "shipping", true],
  ["refnd", "refund", true],
  ["retrun", "return", true],
  ["warrenty", "warranty", true],
  ["paymwnt", "payment", true],
  ["parking", "packing", false],
  ["return", "return", false],
  ["refined", "refund", false],
])("%j may be a slip of the hand for %j: %s", (typed, meant, isSlip) =>
  expect(isOneSlip(typed, meant)).toBe(isSlip),
);

const lines = ["ship cost", "how much ship cost", "light on", "where is my flight"];
const respell = createRespeller({
  ...{
    keys: ["shipping cost", "how much is shipping cost", "shipping lights on", "where is my flight"],
    lines,
  },
  ...{ owners: Int32Array.of(0, 0, 1, ELSEWHERE_OWNER), roles: new Uint8Array(4), places: new Int32Array(4) },
});

test("a word that no row has is written as one of a class, one that some row has stays", () => {
  expect(respell("shiping cost")).toBe("shipping cost");
  expect(respell("flight costs")).toBe("flight costs");
  expect(respell("lihgts")).toBe("lihgts");
});

const matcher = createFaqMatcher(
  compileFaq({
    entries: [
      {
        id: "cost",
        question: "Shipping cost",
        similar: ["how much is shipping", "is shipping free", "运费多少"],
      },
      {
        id: "refund",
        question: "Refund time",
        similar: ["when do I get my refund", "is the refund on its way"],
      },
      { id: "return", question: "怎么退货", similar: ["我要退货", "退货流程", "想退掉"] },
    ],
    synonyms: [],
  }),
);

test.each([
  ["shiping cost", "cost"],
  ["how much is shippng", "cost"],
  ["运废多少", "cost"],
  ["when do I get my refnd", "refund"],
  ["怎么退huo", "return"],
  ["我要退获", "return"],
])("%j finds %s", (text, entryId) => expect(matcher.match(text)).toMatchObject({ outcome: "sure", entryId }));
