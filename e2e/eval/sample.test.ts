import path from "node:path";
import { expect, test } from "vitest";
import { canRun, listTasks } from "./tasks.ts";

/** A little under what was measured when this was written; who changes features, ranking or confidence sees at once what it costs. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "banking77 10-shot": { accuracy: 0.89, macroF1: 0.89, surePrecision: 0.94 },
  "clinc150 10-shot": { accuracy: 0.92, macroF1: 0.92, outsideRecall: 0.76, outsidePrecision: 0.92 },
  banking_faq: { top1: 0.75, top3: 0.84, outsideNotSure: 0.93 },
  "shop, 40 own": { top1: 0.9, top3: 0.95, outsideNotSure: 0.85 },
  "shop, 40 own, in turns": { right: 0.75, outsideRefused: 0.75 },
  "shop zh-CN short, dev": { right: 0.88, outsideRefused: 0.75 },
  "shop zh-CN short, test": { right: 0.87, outsideRefused: 0.68 },
  "shop zh-CN told, dev": { right: 0.78, outsideRefused: 0.78 },
  "shop zh-CN told, test": { right: 0.88, outsideRefused: 0.74 },
  "shop en short, dev": { right: 0.86, outsideRefused: 0.6 },
  "shop en short, test": { right: 0.93, outsideRefused: 0.64 },
  "shop en told, dev": { right: 0.78, outsideRefused: 0.55 },
  "shop en told, test": { right: 0.8, outsideRefused: 0.55 },
  xquad_zh: { mrr10: 0.985, recall5: 0.99 },
  xquad_en: { mrr10: 0.98, recall5: 0.985 },
  cmrc2018: { mrr10: 0.99, recall5: 0.99 },
};

const tasks = listTasks(path.join(import.meta.dirname, "sample"), "test").filter(canRun);

test("the sample holds a set for every kind of question", () => {
  expect(tasks.map(({ name }) => name).sort()).toEqual(Object.keys(FLOORS).sort());
});

test.each(tasks)("$name keeps its level", (task) => {
  const figures: Readonly<Record<string, number>> = task.run().figures;
  for (const [name, floor] of Object.entries(FLOORS[task.name] ?? {}))
    expect(figures[name], name).toBeGreaterThanOrEqual(floor);
});
