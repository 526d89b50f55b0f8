import { expect, test } from "vitest";
import { examineClasses } from "./examine-classes.ts";

const toClass = (id: string, examples: readonly string[]) => ({ id, examples, hints: [], negatives: [] });
const examine = (
  classes: readonly ReturnType<typeof toClass>[],
  { separatedClassesMax = 100, words = [] as string[][], isThresholdAll = false } = {},
) =>
  examineClasses({
    ...{ classes, synonyms: [], words, manner: { hasCodes: false, separatedClassesMax }, isThresholdAll },
    thresholds: { askMin: 0.25, rivalShare: 0.75 },
    toSureMin: () => 0.45,
  });

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
  expect(report).toMatchObject({ asked: 18, right: 18, confusions: [] });
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
  expect(examine([toClass("a", ["退货"]), toClass("b", ["换货"])])).toMatchObject({
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
  expect(examine([ship, invoice, refund], { separatedClassesMax: 2 })).toMatchObject({ asked: 18 });
});

test("the same examples give the same report", () => {
  expect(examine([ship, invoice, refund])).toEqual(examine([ship, invoice, refund]));
});

test("no intents at all are no failure", () => {
  expect(examine([])).toEqual({
    ...{ asked: 0, right: 0, confusions: [], taken: [] },
    measured: { answered: 0, right: 0 },
  });
});

test("at which threshold each is acted on, and how rightly, can be told from the report", () => {
  const stray = ["退货的快递到哪里了", "我退的货快递到哪了", "查一下退的货快递到哪"];
  const report = examine([ship, invoice, toClass("refund", [...refund.examples, ...stray])]);
  const count = (at: readonly (readonly [number, number, number])[]) =>
    at.reduce((sum, [, one]) => sum + one, 0);
  expect(report.taken.map(({ id }) => id)).toEqual(["ship", "invoice", "refund"]);
  expect(report.taken.every(({ threshold }) => threshold === 0.45)).toBe(true);
  const acted = report.taken.flatMap(({ at }) => at);
  expect(count(acted)).toBeLessThanOrEqual(report.asked);
  const atNow = acted.filter(([permille]) => permille >= 450);
  expect(report.measured).toEqual({
    answered: count(atNow),
    right: atNow.reduce((sum, [, , right]) => sum + right, 0),
  });
  // The strays are acted on as what they are taken for, and wrongly.
  const [ofShip] = report.taken;
  expect(ofShip?.at.some(([, one, right]) => right < one)).toBe(true);
});

test("where an author's threshold is all that decides, two that are close are acted on too", () => {
  // What is left out of one of these is as like the others.
  const triplets = ["", "吧", "呢", "啊"].map((end, at) =>
    toClass(
      `c${at}`,
      refund.examples.map((example) => example + end),
    ),
  );
  const count = ({ taken }: ReturnType<typeof examine>) =>
    taken.flatMap(({ at }) => at).reduce((sum, [, one]) => sum + one, 0);
  const alone = examine(triplets, { isThresholdAll: true });
  expect(count(alone)).toBe(alone.asked);
  expect(count(examine(triplets))).toBeLessThan(alone.asked);
});

test("words of the workspace count as they do for customers: a word that only the sentence itself has is understood", () => {
  const odd = toClass("invoice", [...invoice.examples, "报销单据"]);
  const without = examine([ship, odd, refund]);
  expect(without.confusions).toContainEqual(expect.objectContaining({ to: null, sentences: ["报销单据"] }));
  const words = [["发票", "报销单据"]];
  const report = examine([ship, odd, refund], { words });
  expect(report.confusions.flatMap(({ sentences }) => sentences)).not.toContain("报销单据");
  expect(report.right).toBe(without.right + 1);
});
