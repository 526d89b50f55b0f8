import { expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { compileModels, type LearningProgress } from "./compile-models.ts";

const intents = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "东西不想要了"] },
  { id: "ship", name: "物流", examples: ["快递到哪了", "什么时候发货", "查物流"] },
];
const entry = (id: string, question: string) => ({ id, question, similar: [], answer: "好的" });
const bundle = bundleSchema.parse({
  ...drawBundle({
    nodes: {
      start: { kind: "start" },
      first: { kind: "intent", config: { intents } },
      second: { kind: "intent", config: { intents } },
      answers: { kind: "faq", config: { faqSets: ["shop"] } },
    },
    wires: ["start.next -> first", "first.none -> second", "second.none -> answers"],
  }),
  faqSets: { shop: { name: "店铺问答", entries: [entry("a", "营业时间"), entry("b", "能开发票吗")] } },
});
const titled = {
  ...bundle,
  flow: {
    ...bundle.flow,
    nodes: bundle.flow.nodes.map((node) => (node.id === "second" ? { ...node, title: "售后分流" } : node)),
  },
};

test("each node and each group of sets is told of in turn, by its author's name, and the share only rises to its end", () => {
  const told: LearningProgress[] = [];
  compileModels(titled, (progress) => told.push(progress));

  const steps = told.map(({ kind, at, total, names }) => `${kind} ${at}/${total} ${names.join()}`);
  expect([...new Set(steps)]).toEqual(["intents 1/2 ", "intents 2/2 售后分流", "faq 1/1 店铺问答"]);
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBeCloseTo(1, 9);
});

test("who asks for no progress gets the same models", () => {
  expect(compileModels(titled)).toEqual(compileModels(titled, () => {}));
});
