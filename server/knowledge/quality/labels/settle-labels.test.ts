import { expect, test } from "vitest";
import type { Relevance } from "#drizzle/schema/quality.ts";
import { type Judgement, settleLabels } from "./settle-labels.ts";

const entry = (entryId: string, grade: 1 | 2 = 2): Relevance => ({ entryId, question: entryId, grade });
const judge = (changes: Partial<Judgement> = {}): Judgement => ({
  ...{ scope: "yes", verdict: "right", relevant: [entry("return")] },
  ...changes,
});

test("one label settles what one person was asked for, and waits where two were", () => {
  expect(settleLabels([judge()], 1)).toMatchObject({ state: "settled", settledBy: "one" });
  expect(settleLabels([judge()], 2)).toEqual({ state: "open" });
  expect(settleLabels([], 1)).toEqual({ state: "open" });
});

test("two who say the same settle it", () => {
  expect(settleLabels([judge(), judge()], 2)).toEqual({
    ...{ state: "settled", settledBy: "agreement" },
    judgement: judge(),
  });
});

test.each([
  ["the scope", { scope: "no", relevant: null }],
  ["the answer", { verdict: "partly" }],
  ["the entry", { relevant: [entry("exchange")] }],
  ["whether any entry fits", { relevant: [] }],
  ["whether it can be said", { relevant: null }],
] satisfies readonly (readonly [string, Partial<Judgement>])[])(
  "two who differ in %s disagree",
  (_, changes) => {
    expect(settleLabels([judge(), judge(changes)], 2)).toEqual({ state: "disputed" });
    expect(settleLabels([judge(changes), judge()], 2)).toEqual({ state: "disputed" });
  },
);

test("entries that only help may differ: each counts as much as both grant it", () => {
  const one = judge({ relevant: [entry("return"), entry("refund", 1), entry("fee", 2)] });
  const other = judge({ relevant: [entry("return"), entry("fee", 1), entry("stores", 1)] });
  const settled = settleLabels([one, other], 2);
  expect(settled.state === "settled" && settled.judgement.relevant).toEqual([
    entry("return"),
    ...["refund", "fee", "stores"].map((id) => entry(id, 1)),
  ]);
});
