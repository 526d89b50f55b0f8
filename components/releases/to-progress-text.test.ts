import { expect, test } from "vitest";
import { progressMessages } from "./progress-messages.ts";
import { toProgressText } from "./to-progress-text.ts";

const zh = progressMessages["zh-CN"];
const by = { id: "u1", name: "小王" };

test("says which node of how many is being learned, by the name that its author gave it", () => {
  const step = {
    type: "learning",
    kind: "intents",
    at: 3,
    total: 8,
    names: ["售后分流"],
    share: 0.4,
  } as const;
  expect(toProgressText({ by, step }, zh)).toBe("正在学习意图：第 3 个节点，共 8 个（售后分流）");
  expect(toProgressText({ by, step: { ...step, names: [] } }, zh)).toBe("正在学习意图：第 3 个节点，共 8 个");
  expect(
    toProgressText({ by, step: { ...step, kind: "faq", names: ["Shop", "Tax"] } }, progressMessages.en),
  ).toBe("Learning answers: group 3 of 8 (Shop, Tax)");
});

test("while others are learned it says which place it has", () => {
  const { en } = progressMessages;
  const step = { type: "waiting", ahead: 2 } as const;
  expect(toProgressText({ by, step }, zh)).toBe("正在排队学习，排在第 2 个…");
  expect(toProgressText({ by, step }, en)).toBe("Waiting for its turn; it is number 2…");
});

test("before and after the learning it says what is done then", () => {
  expect(toProgressText(null, zh)).toBe(zh.working);
  expect(toProgressText({ by, step: { type: "releasing" } }, zh)).toBe(zh.releasing);
});
