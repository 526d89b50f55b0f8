import { expect, test } from "vitest";
import { mergeMatches } from "./merge-matches.ts";

type Answer = Parameters<typeof mergeMatches>[0][number];

const toCandidate = (question: string, score: number, answer = `${question}！`) => ({
  ...{ faqSet: "shop", entryId: question, question, answer, score },
});
const sure = (question: string, score: number, answer?: string): Answer => ({
  outcome: "sure",
  candidates: [toCandidate(question, score, answer)],
  reasons: [question],
});
const suggest = (question: string, score: number): Answer => ({
  outcome: "suggest",
  candidates: [toCandidate(question, score)],
  reasons: [],
});
const none: Answer = { outcome: "none", candidates: [], reasons: [] };

test("the surest of several answers is taken, with its own reasons", () => {
  expect(mergeMatches([suggest("换货", 0.3), sure("退货", 0.9), none])).toEqual(sure("退货", 0.9));
  expect(mergeMatches([sure("退货", 0.9)])).toEqual(sure("退货", 0.9));
  expect(mergeMatches([none, none])).toEqual(none);
  expect(mergeMatches([])).toEqual(none);
});

test("a different answer elsewhere that is nearly as likely makes it the customer's choice", () => {
  expect(mergeMatches([sure("退货", 0.9), sure("退款", 0.8)])).toMatchObject({
    outcome: "suggest",
    candidates: [{ question: "退货" }, { question: "退款" }],
  });
  expect(mergeMatches([sure("退货", 0.8, "七天内可退。"), sure("退货", 0.9, "七天内可退。")])).toMatchObject({
    outcome: "sure",
    candidates: [{ score: 0.9 }],
  });
});

test("an author's own words win over what is merely like them, and not over the same words elsewhere", () => {
  expect(mergeMatches([sure("退货", 1), sure("退款", 0.95)])).toMatchObject({ outcome: "sure" });
  const exact = { ...sure("退货", 1), basis: "phrasing" as const };
  // The node goes by the basis: its own bands settle no choice between two answers to the very same words.
  expect(mergeMatches([exact, { ...sure("退货", 1, "不能退。"), basis: "phrasing" }])).toMatchObject({
    ...{ outcome: "suggest", basis: "phrasing" },
  });
});

test("what is offered is never the same twice, and never more than three", () => {
  const many = ["一", "二", "三", "四"].map((question) => suggest(question, 0.4));
  expect(mergeMatches([...many, suggest("一", 0.5)]).candidates.map(({ question }) => question)).toEqual([
    "一",
    "二",
    "三",
  ]);
});
