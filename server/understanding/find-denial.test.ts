import { expect, test } from "vitest";
import { compileIntents } from "./compile-intents.ts";
import { createDenialCheck, findDenial } from "./find-denial.ts";
import type { ClassMatch } from "./match-classes.ts";
import { createIntentMatcher } from "./match-intent.ts";
import { normalizeText } from "./normalize.ts";

test.each([
  ["我不想取消订单了", "取消订单了"],
  ["别取消我的订单", "取消我的订单"],
  ["不用帮我换货了", "换货了"],
  ["订单不取消了", "取消"],
  ["I don't want to cancel my order anymore", "cancel my order "],
  ["please don’t cancel my order", "cancel my order"],
  ["先不退货了", "退货了"],
  ["那就不要取消了", "取消了"],
  ["I no longer want to cancel my order", "cancel my order"],
  ["no need to change my address", "change my address"],
  ["i don't need a human agent", "human agent"],
  ["I don't want to return it, I want to exchange it", "return it"],
])("%j denies %j", (text, denied) => expect(findDenial(text)?.denied).toBe(denied));

test.each([
  "能不能取消订单",
  "要不要退货",
  "用不用自己付运费",
  "特别想退货",
  "别的颜色有吗",
  "优惠券不能用了",
  "I don't receive the code",
  "my coupon doesn't work",
  "do you know how to cancel",
  ...[
    "是不是要交押金",
    "退货是不是要自己付运费",
    "不用预约吗",
    "不需要押金吗",
    "退货不用付运费吧",
    "不用身份证可以入住吗",
  ],
  ...[
    "有没有说明书",
    "没有说明书",
    "没说什么时候发货",
    "有没有要求",
    "空调不制冷了",
    "退款不到账了",
    "我不想要了怎么退",
    "没有收到货怎么办",
  ],
  ...[
    "no I want to talk to a human",
    "no my parcel is lost",
    "no refund yet where is it",
    "there is no invoice in the box",
  ],
  ...[
    "don't you ship internationally",
    "dont have my order number",
    "I never asked to be charged",
    "no returns?",
  ],
  ...["I didn't want to be charged twice", "do not ship to Canada?"],
])("%j denies no wish", (text) => expect(findDenial(text)).toBeNull());

const INTENTS = [
  {
    id: "cancel",
    name: "取消订单",
    examples: [
      ...[
        "取消订单",
        "帮我取消订单",
        "我要取消订单",
        "把订单取消掉",
        "这个订单我不要了帮我取消",
        "取消昨天的订单",
      ],
      ...[
        "cancel my order",
        "I want to cancel my order",
        "please cancel the order",
        "cancel this order for me",
      ],
    ],
  },
  {
    id: "track",
    name: "查物流",
    examples: [
      ...["我的快递到哪了", "查一下物流", "帮我看看包裹到哪了", "快递怎么还没到", "物流不更新了"],
      ...["where is my parcel", "track my order", "has my package been sent", "my parcel is late"],
    ],
  },
];
const matcher = createIntentMatcher(compileIntents({ intents: INTENTS }));

test.each([
  "我不想取消订单了",
  "别取消我的订单",
  "我没有要取消订单",
  "I don't want to cancel my order anymore",
  "please don't cancel my order",
])("%j cancels nothing: it is asked back at most", (text) =>
  expect(matcher.match(text).outcome).not.toBe("sure"),
);

test.each([
  ["我要取消订单", "cancel"],
  ["这个订单我不想要了，帮我取消订单", "cancel"],
  ["I don't need this order anymore, please cancel my order", "cancel"],
  ["物流不更新了呢", "track"],
])("%j is still the wish to %s", (text, intentId) =>
  expect(matcher.match(text)).toMatchObject({ outcome: "sure", intentId }),
);

test("what else a text says is asked as the text was, of the classes that are open to it", () => {
  const toMatch = (id: string): ClassMatch => ({
    ...{ candidates: [{ id, score: 0.8 }], basis: "likeness" },
    explain: () => ({ terms: [], example: "cancel my order" }),
  });
  const isDenied = createDenialCheck(normalizeText);
  const text = "I don't want to cancel my order, please cancel the other order";
  expect(isDenied(text, toMatch("cancel"), () => toMatch("cancel"))).toBe(false);
  expect(isDenied(text, toMatch("cancel"), () => toMatch("track"))).toBe(true);
});
