import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "../kernel/flow.ts";
import { listExamined, toExaminedKey } from "../preview/examined-part.ts";
import type { LearningReport } from "../preview/learning-report.ts";
import { listConfusions } from "./list-confusions.ts";

const intents = [
  { id: "refund", name: { "zh-CN": "退货", en: "Refund" }, examples: ["怎么退", "能不能退", "退货流程"] },
  { id: "exchange", name: "换货", examples: ["怎么换", "能不能换"] },
];
const entry = (id: string, question: string, answer = "好的") => ({ id, question, similar: [], answer });
const draw = (change: Partial<Bundle["faqSets"][string]> = {}, more = intents) =>
  bundleSchema.parse({
    ...drawBundle({
      nodes: {
        start: { kind: "start" },
        ask: { kind: "intent", config: { intents: more } },
        answer: { kind: "faq", config: { faqSets: ["shop"] } },
        again: { kind: "faq", config: { faqSets: ["shop"] } },
      },
      wires: ["start.next -> ask", "ask.none -> answer"],
    }),
    faqSets: {
      shop: { name: "店铺", entries: [entry("a", "几点开门"), entry("b", "几点关门")], ...change },
    },
  });

const ASK = { type: "intents", flowId: "main", nodeId: "ask" } as const;
const SHOP = { type: "faq", faqSets: ["shop"] } as const;
const toReport = (confusion: Partial<LearningReport["confusions"][number]> = {}, asked = 20) => ({
  ...{ asked, right: asked - 3, taken: [], measured: { answered: 0, right: 0 } },
  confusions: [
    { from: "refund", to: "exchange", count: 3, asked: 12, sentences: ["能不能退", "怎么退"], ...confusion },
  ],
});
const list = (bundle: Bundle, report: LearningReport, examined: Parameters<typeof toExaminedKey>[1] = ASK) =>
  listConfusions(bundle, new Map([[toExaminedKey(draw(), examined) ?? "", report]]));

test("says what is confused, how often, with which sentence, and leads to it", () => {
  const [problem, ...others] = list(draw(), toReport());
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    ...{ severity: "warning", code: "confused_intents", flowId: "main", nodeId: "ask" },
    path: "intents[0].examples[1]",
  });
  expect(problem?.text["zh-CN"]).toContain(
    "「退货」容易被认成「换货」：抽测它的 12 句例句，认错 3 句，如「能不能退」",
  );
  expect(problem?.text.en).toContain(
    "“Refund” is often taken for “换货”: of 12 examples that were tested, 3",
  );
});

test("a single slip, a small share, what is taken for nothing, and a report on too few sentences are no warnings", () => {
  expect(list(draw(), toReport({ count: 1 }))).toEqual([]);
  expect(list(draw(), toReport({ count: 2, asked: 20 }))).toEqual([]);
  expect(list(draw(), toReport({}, 9))).toEqual([]);
  expect(list(draw(), toReport({ to: null }))).toEqual([]);
});

test("once its examples are changed, nothing is said of a node until it is examined again", () => {
  const changed = intents.map((intent) => ({ ...intent, examples: [...intent.examples, "新的一句"] }));
  expect(list(draw({}, changed), toReport())).toEqual([]);
});

test("answers that are confused are named at their question; a changed answer is no news", () => {
  const report = toReport({ from: "shop/a", to: "shop/b", sentences: ["几点开"] });
  const rewritten = draw({ entries: [entry("a", "几点开门", "九点"), entry("b", "几点关门", "六点")] });
  for (const bundle of [draw(), rewritten]) {
    expect(list(bundle, report, SHOP)).toMatchObject([
      { code: "confused_answers", flowId: "main", nodeId: null, path: "faqSets.shop.entries.a.question" },
    ]);
  }
});

test("what is gone meanwhile is not spoken of", () => {
  expect(list(draw(), toReport({ to: "gone" }))).toEqual([]);
});

test("every node with intents and every combination of sets is examined, each once", () => {
  expect(listExamined(draw())).toEqual([ASK, SHOP]);
  expect(listExamined(draw({ entries: [entry("a", "几点开门")] }, intents.slice(0, 1)))).toEqual([]);
});
