import { expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { createTermLister } from "./list-terms.ts";
import { createFaqMatcher } from "./match-faq.ts";

test("lists every place of a term, whole words of English only, the longer term before one inside it", () => {
  const list = createTermLister([["以旧换新"], ["换新"], ["Gift Card"], ["快递", "物流"]]);
  expect(list("以旧换新怎么弄换新")).toEqual(["以旧换新", "换新"]);
  expect(list("buy a gift card or two gift cards")).toEqual(["gift card"]);
  expect(list("快递到哪了")).toEqual([]);
});

test("patterns in a term are its letters, and one character is no term", () => {
  expect(createTermLister([["c++"], ["a.b"]])("cc axb a b")).toEqual(["a b"]);
  expect(createTermLister([["退"]])("退货")).toEqual([]);
});

/** Both entries have every character of the question; only one has the term as a whole. */
const ENTRIES = [
  { id: "trade-in", question: "以旧换新怎么参加", similar: ["以旧换新补贴多少", "以旧换新要什么条件"] },
  { id: "old-parts", question: "旧款怎么以新款价换", similar: ["旧的换成新的补多少", "换新款要什么条件"] },
];

test("a term of the dictionary makes the entry that has it surer", () => {
  const scoreOf = (synonyms: readonly (readonly string[])[]) => {
    const match = createFaqMatcher(compileFaq({ entries: ENTRIES, synonyms })).match("我想问以旧换新");
    expect(match.candidates[0]?.entryId).toBe("trade-in");
    return match.candidates[0]?.score ?? 0;
  };
  expect(scoreOf([["以旧换新"]])).toBeGreaterThan(scoreOf([]));
});
