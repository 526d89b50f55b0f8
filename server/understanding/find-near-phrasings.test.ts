import { expect, test } from "vitest";
import { createNearFinder } from "./find-near-phrasings.ts";

const finder = createNearFinder(
  [
    { id: "return", phrasings: ["怎么退货", "我想把衣服退掉"] },
    { id: "invoice", phrasings: ["发票怎么开", "How do I get an invoice?"] },
    { id: "ship", phrasings: ["快递多久能到"] },
  ],
  [["快递", "物流"]],
);

test("the same words are found in whatever spelling, and by synonyms", () => {
  expect(finder.find("怎麼退貨？", null)).toEqual([{ entryId: "return", text: "怎么退货", nearness: 1 }]);
  expect(finder.find("如何退货", null)[0]).toMatchObject({ entryId: "return", nearness: 1 });
  expect(finder.find("物流多久能到", null)[0]).toMatchObject({ entryId: "ship", nearness: 1 });
});

test("nearly the same is found as such, and what merely shares a word is not", () => {
  const [near] = finder.find("我想把衣服退掉呢", null);
  expect(near).toMatchObject({ entryId: "return", text: "我想把衣服退掉" });
  expect(near?.nearness).toBeLessThan(1);
  expect(finder.find("怎么修改收货地址", null)).toEqual([]);
  expect(finder.find("？？？", null)).toEqual([]);
});

test("an entry is not compared with itself", () => {
  expect(finder.find("怎么退货", "return")).toEqual([]);
});
