import { expect, test } from "vitest";
import { moveExample } from "./move-example.ts";

const intents = [
  { id: "refund", name: "退货", examples: ["怎么退", "能不能换"], negatives: ["能不能换吗"] },
  { id: "exchange", name: "换货", examples: ["怎么换"] },
];

test("an example goes to the end of the other intent's, and nothing else changes", () => {
  expect(moveExample(intents, { from: "refund", to: "exchange", sentence: "能不能换" })).toEqual([
    { ...intents[0], examples: ["怎么退"] },
    { ...intents[1], examples: ["怎么换", "能不能换"] },
  ]);
});

test("what the other intent has already is not there twice", () => {
  const both = [intents[0] ?? {}, { id: "exchange", name: "换货", examples: ["能不能换"] }];
  expect(moveExample(both, { from: "refund", to: "exchange", sentence: "能不能换" })[1]).toBe(both[1]);
});

test("what is gone meanwhile leaves all as it is", () => {
  for (const move of [
    { from: "refund", to: "exchange", sentence: "没有这句" },
    { from: "refund", to: "gone", sentence: "怎么退" },
    { from: "gone", to: "exchange", sentence: "怎么退" },
  ])
    expect(moveExample(intents, move)).toBe(intents);
});
