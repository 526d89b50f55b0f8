import fc from "fast-check";
import { expect, test } from "vitest";
import { type AskedText, type Grouped, groupQuestions } from "./group-questions.ts";

const SUBJECTS: readonly (readonly string[])[] = [
  ["能开英文发票吗", "可以开英文发票吗", "英文发票可以开吗", "请问能开英文的发票吗"],
  ["能寄到香港吗", "可以寄到香港吗", "香港能寄吗", "你们能寄到香港吗"],
  ["沙发能拆开搬进电梯吗", "沙发可以拆开搬吗", "沙发拆开能搬进电梯吗"],
  ["旧家具可以回收吗", "旧家具回收吗", "你们回收旧家具吗"],
  ["do you ship to singapore", "can you ship to singapore", "shipping to singapore possible"],
  ["how do i change my delivery address", "change delivery address", "can i change the delivery address"],
];

const toTexts = (texts: readonly string[], asks = 1): readonly AskedText[] =>
  texts.map((text) => ({ text, key: text, asks }));

const group = (order: Partial<Parameters<typeof groupQuestions>[0]>) =>
  groupQuestions({ synonyms: [], clusters: [], fresh: [], entries: [], ...order });

/** 1 is the same partition, 0 what chance would give (Hubert and Arabie 1985). */
function toAdjustedRandIndex(a: readonly number[], b: readonly number[]): number {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const count = (keys: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return pairs(counts.values());
  };
  const [inA, inB, inBoth] = [count(a), count(b), count(a.map((label, at) => `${label}/${b[at]}`))];
  const expected = (inA * inB) / pairs([a.length]);
  return (inBoth - expected) / ((inA + inB) / 2 - expected);
}

const homesOf = (grouped: readonly Grouped[], texts: readonly string[]): readonly number[] =>
  texts.map((text) => grouped.findIndex(({ keys }) => keys.includes(text)));

test("questions that ask the same come together, others stay apart", () => {
  const texts = SUBJECTS.flat();
  const labels = SUBJECTS.flatMap((subject, at) => subject.map(() => at));
  const homes = homesOf(group({ fresh: toTexts(texts) }), texts);
  expect(toAdjustedRandIndex(homes, labels)).toBeGreaterThan(0.85);
});

test("every fresh question gets one home, whatever it says, and the same one each time", () => {
  const words = fc.constantFrom(
    "发票",
    "香港",
    "退货",
    "沙发",
    "怎么",
    "可以",
    "吗",
    "ship",
    "refund",
    "！",
    " ",
    "1380000",
  );
  const question = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.uniqueArray(question, { maxLength: 30 }), (texts) => {
      const first = group({ fresh: toTexts(texts) });
      expect(first.flatMap(({ keys }) => keys).sort()).toEqual([...texts].sort());
      expect(group({ fresh: toTexts(texts) })).toEqual(first);
    }),
    { numRuns: 50 },
  );
});

test("a group is called by its most typical question, counting how often each was asked", () => {
  const fresh = [...toTexts(["可以开英文发票吗"], 9), ...toTexts(["能开英文发票吗", "英文发票可以开吗"])];
  expect(group({ fresh }).map(({ title }) => title)).toEqual(["可以开英文发票吗"]);
});

test("fresh questions join the cluster that they are like; two clusters are never made one", () => {
  const clusters = [
    { id: "a", isOpen: true, texts: toTexts(["能开英文发票吗"]) },
    // Split from it by somebody.
    { id: "b", isOpen: true, texts: toTexts(["可以开英文发票吗"]) },
    { id: "c", isOpen: false, texts: toTexts(["能寄到香港吗"]) },
    { id: "d", isOpen: false, texts: toTexts(["你们老板是谁"]) },
  ];
  const grouped = group({
    clusters,
    fresh: toTexts(["请问可以开英文发票吗", "能寄到香港吗亲", "床垫可以试睡吗"]),
  });
  expect(grouped.map(({ id, keys }) => [id, keys])).toEqual([
    ["a", []],
    ["b", ["请问可以开英文发票吗"]],
    // Decided, and nothing new: nothing to write about "d".
    ["c", ["能寄到香港吗亲"]],
    [null, ["床垫可以试睡吗"]],
  ]);
});

test("the nearest entries are named, nearest first; far ones are not", () => {
  const entries = [
    { id: "return", baseId: "base", phrasings: ["怎么退货", "我要退货"] },
    { id: "invoice", baseId: "base", phrasings: ["发票怎么开", "可以开英文的发票吗"] },
  ];
  const [cluster] = group({ fresh: toTexts(["可以开英文发票吗"]), entries });
  expect(cluster?.near.map(({ entryId }) => entryId)).toEqual(["invoice"]);
  expect(cluster?.near[0]?.nearness).toBeGreaterThan(0.6);
});

test("synonyms of the workspace bring together what is put otherwise, and masked numbers keep nothing apart", () => {
  const texts = ["床垫质保多长时间", "床垫保修几年"];
  expect(group({ fresh: toTexts(texts) })).toHaveLength(2);
  expect(group({ fresh: toTexts(texts), synonyms: [["保修", "质保"]] })).toHaveLength(1);
  expect(group({ fresh: toTexts(["单号13*******78怎么还没到", "怎么单号还没到15*******02"]) })).toHaveLength(
    1,
  );
});
