import { expect, test } from "vitest";
import { openShop } from "./ask-shop.ts";

const ask = openShop();

test("a present for somebody's birthday is advised on; the members' own is told of", () => {
  for (const text of ["what should i get my wife for her birthday", "gift for my dad"])
    expect(ask(text, "en"), text).toEqual({ type: "taken", id: "@product-advice" });
  for (const text of ["birthday gift", "do members get a birthday gift"])
    expect(ask(text, "en"), text).toEqual({ type: "taken", id: "membership-birthday" });
});

test("who takes a return, an exchange or a refund back is not told how to make one", () => {
  const zh = ["我不想退货了", "不想退了", "我不想换货了", "不用退款了", "退货申请可以撤回吗"];
  const en = ["I don't want to return it any more", "cancel my return", "i no longer want to exchange it"];
  for (const text of zh) expect(ask(text, "zh-CN"), text).toEqual({ type: "taken", id: "return-cancel" });
  for (const text of en) expect(ask(text, "en"), text).toEqual({ type: "taken", id: "return-cancel" });
  expect(ask("怎么退货", "zh-CN")).toEqual({ type: "taken", id: "return-how" });
});

test("who wants a lower price before buying is told of coupons, not of price protection", () => {
  for (const text of ["can you lower the price", "can you make it cheaper", "is the price negotiable?"])
    expect(ask(text, "en"), text).toEqual({ type: "taken", id: "coupon-get" });
  expect(ask("价格能再低点不", "zh-CN")).toEqual({ type: "taken", id: "coupon-get" });
  expect(ask("the price dropped after i bought it", "en")).toMatchObject({ id: "price-protection" });
});

test("the commonest words are understood in pinyin", () => {
  const taken = (text: string) => ask(text, "zh-CN");
  expect(taken("yunfei")).toEqual({ type: "taken", id: "shipping-cost" });
  expect(taken("tuihuo yunfei shui chu")).toEqual({ type: "taken", id: "return-shipping-fee" });
  expect(taken("wo yao tuihuo")).toEqual({ type: "taken", id: "@return-exchange" });
  expect(taken("fapiao zenme kai")).toEqual({ type: "taken", id: "invoice-how" });
  expect(taken("youhui")).toEqual({ type: "taken", id: "coupon-get" });
});

test("who does not want to cancel after all cancels nothing, and who does is taken at their word", () => {
  const keeps = (way: ReturnType<typeof ask>) =>
    way.type === "taken" ? way.id === "order-keep" : way.type === "offered" && way.ids.includes("order-keep");
  for (const text of ["我不想取消订单了", "订单先不取消了"])
    expect(keeps(ask(text, "zh-CN")), text).toBe(true);
  for (const text of ["I don't want to cancel my order anymore", "please don't cancel my order"])
    expect(keeps(ask(text, "en")), text).toBe(true);
  const cancel = { type: "taken", id: "@change-order" };
  expect(ask("我不想要这个订单了帮我取消", "zh-CN")).toEqual(cancel);
  expect(ask("I dont want this order anymore cancel it", "en")).toEqual(cancel);
});

test("other requests that are denied are asked back at most", () => {
  for (const text of ["不用转人工了", "我不需要开发票", "不用改地址了"])
    expect(ask(text, "zh-CN").type, text).not.toBe("taken");
  for (const text of ["i don't need a human agent", "no need to change my address"])
    expect(ask(text, "en").type, text).not.toBe("taken");
});

test("what is typed in a hurry is heard, with its opening and its slips", () => {
  expect(ask("退huo", "zh-CN")).toEqual(ask("退货", "zh-CN"));
  expect(ask("等下送货要多久", "zh-CN")).toEqual({ type: "taken", id: "shipping-delivery-time" });
  expect(ask("嗯嗯那请问怎么付款", "zh-CN")).toEqual({ type: "taken", id: "payment-methods" });
  expect(ask("shiping cost", "en")).toEqual({ type: "taken", id: "shipping-cost" });
});
