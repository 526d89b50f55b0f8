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
