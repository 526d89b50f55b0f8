import { expect, test } from "vitest";
import { examineClasses } from "./examine-classes.ts";

const toClass = (id: string, examples: readonly string[]) => ({ id, examples, hints: [], negatives: [] });
const examine = (classes: readonly ReturnType<typeof toClass>[], separatedClassesMax = 100) =>
  examineClasses({ classes, synonyms: [], manner: { hasCodes: false, separatedClassesMax }, askMin: 0.25 });

const ship = toClass("ship", [
  "快递到哪里了",
  "我的快递到哪了",
  "查一下快递到哪",
  "快递怎么还没到",
  "快递什么时候到",
  "帮我看看快递到哪里了",
]);
const invoice = toClass("invoice", [
  "我要开发票",
  "怎么开发票",
  "发票开好了吗",
  "可以开发票吗",
  "帮我开一张发票",
  "开发票要什么信息",
]);
const refund = toClass("refund", [
  "我要退货",
  "怎么退货",
  "可以退货吗",
  "退货要运费吗",
  "退货流程是什么",
  "帮我退货",
]);

test("intents that say different things are told apart, each sentence asked once of a matcher that has not seen it", () => {
  const report = examine([ship, invoice, refund]);
  expect(report).toEqual({ asked: 18, right: 18, confusions: [] });
});

test("sentences that sound like another intent are named, with what they were taken for and how often", () => {
  const stray = ["退货的快递到哪里了", "我退的货快递到哪了", "查一下退的货快递到哪"];
  const mixed = toClass("refund", [...refund.examples, ...stray]);
  const { asked, right, confusions } = examine([ship, invoice, mixed]);
  expect(asked).toBe(21);
  const [first] = confusions;
  expect(first).toMatchObject({ from: "refund", to: "ship", asked: 9 });
  expect(first?.sentences.every((sentence) => stray.includes(sentence))).toBe(true);
  expect(first?.count).toBe(first?.sentences.length);
  expect(right).toBe(asked - confusions.reduce((sum, { count }) => sum + count, 0));
});

test("a sentence that is its class's only one is not asked: nothing could be learned without it", () => {
  expect(examine([ship, toClass("lone", ["人工客服"]), refund])).toMatchObject({ asked: 12, right: 12 });
  expect(examine([toClass("a", ["退货"]), toClass("b", ["换货"])])).toEqual({
    ...{ asked: 0, right: 0, confusions: [] },
  });
});

test("a sentence that nothing would be made of is taken for nothing, not blamed on the class that happens to be nearest", () => {
  const odd = toClass("invoice", [...invoice.examples, "今晚月色真美"]);
  const { asked, confusions } = examine([ship, odd, refund]);
  expect(asked).toBe(19);
  expect(confusions).toContainEqual({
    ...{ from: "invoice", to: null, count: 1, asked: 7, sentences: ["今晚月色真美"] },
  });
});

test("many entries, which nothing separates, are examined by their phrasings", () => {
  expect(examine([ship, invoice, refund], 2)).toMatchObject({ asked: 18 });
});

test("the same examples give the same report", () => {
  expect(examine([ship, invoice, refund])).toEqual(examine([ship, invoice, refund]));
});

test("no intents at all are no failure", () => {
  expect(examine([])).toEqual({ asked: 0, right: 0, confusions: [] });
});
