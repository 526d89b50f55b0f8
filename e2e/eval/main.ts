/**
 * Measures intent and FAQ matching and the search for passages on public sets: `npm run eval -- --data <folder> [--split dev] [--only smp2017]`.
 * Fits on train only. The default split is test, which is for reporting, never for choosing; choose on `--split dev`.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Line, measureFaq } from "./measure-faq.ts";
import { measureIntents } from "./measure-intents.ts";
import { measurePassages } from "./measure-passages.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, split: { type: "string", default: "test" }, only: { type: "string" } },
});
const folder = values.data;
if (folder === undefined || !existsSync(folder)) {
  console.error("Name the folder of the evaluation sets: npm run eval -- --data <folder>");
  process.exit(2);
}
const isDev = values.split === "dev";

/** `beside`: what others were seen or published to reach on the same split, and the bar that is held. */
type Task = { readonly name: string; readonly needs: string; readonly beside: string; run(): Line };
const file = (...parts: string[]) => path.join(folder, ...parts);
const banking = { test: file("banking77", isDev ? "valid.tsv" : "test.tsv"), isPartOfTrain: isDev };
const clinc = {
  test: file("clinc150", isDev ? "val.tsv" : "test.tsv"),
  outside: file("clinc150", isDev ? "oos_val.tsv" : "oos_test.tsv"),
};
const smp = { test: file("smp2017", isDev ? "valid.tsv" : "test.tsv") };

const PASSAGE_SETS = [
  ["xquad_zh", "MiniSearch 10.8, OpenAI 3-large 92.2 · bar 95"],
  ["xquad_en", "MiniSearch 93.2, OpenAI 3-large 96.1 · bar 96"],
  ["cmrc2018", "MiniSearch with jieba 95.7 · bar 97.5"],
] as const;

const tasks: readonly Task[] = [
  {
    name: "banking77 10-shot",
    needs: "banking77",
    beside: "nlp.js 66.2 · bar 75.5",
    run: () => measureIntents({ ...banking, train: file("banking77/train_10.tsv") }),
  },
  {
    name: "banking77 full",
    needs: "banking77",
    beside: "nlp.js 50.6, Rasa DIET about 89.9, RoBERTa 93.5 · bar 90.5",
    run: () => measureIntents({ ...banking, train: file("banking77/train.tsv") }),
  },
  {
    name: "clinc150 10-shot",
    needs: "clinc150",
    beside: "nlp.js 76.6 · bar 81",
    run: () => measureIntents({ ...clinc, train: file("clinc150/train_10.tsv") }),
  },
  {
    name: "clinc150 full",
    needs: "clinc150",
    beside: "nlp.js 84.5, Rasa 91.5, Dialogflow 91.7, BERT 96.9 · bar 92",
    run: () => measureIntents({ ...clinc, train: file("clinc150/train.tsv") }),
  },
  {
    name: "smp2017 full",
    needs: "smp2017",
    beside: "nlp.js 78.9 · bar 88.5",
    run: () => measureIntents({ ...smp, train: file("smp2017/train.tsv") }),
  },
  {
    name: "banking_faq",
    needs: "banking_faq",
    beside: "MiniSearch 38.9, BM25 49.1 / 70.0 · bar 67 / 80",
    run: () =>
      measureFaq({
        entries: file("banking_faq/faq.jsonl"),
        queries: file("banking_faq", isDev ? "queries_dev.jsonl" : "queries_test.jsonl"),
      }),
  },
  ...PASSAGE_SETS.map(
    ([name, beside]): Task => ({
      name,
      needs: name,
      beside,
      run: () =>
        measurePassages({ passages: file(name, "passages.jsonl"), queries: file(name, "queries.jsonl") }),
    }),
  ),
];

console.log(`Split: ${isDev ? "dev (for choosing)" : "test (for reporting)"}`);
for (const { name, needs, beside, run } of tasks) {
  if (values.only !== undefined && !name.startsWith(values.only)) continue;
  if (!existsSync(file(needs))) {
    console.log(`${name}: skipped, no ${needs} in ${folder}`);
    continue;
  }
  const line = Object.entries(run()).map(([key, value]) => `${key} ${value}`);
  console.log(`${name.padEnd(18)} ${line.join(" · ")}`);
  console.log(`${"".padEnd(18)} beside it: ${beside}`);
}
