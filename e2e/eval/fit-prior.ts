/**
 * Fits the shipped prior of the confidence (server/understanding/prior-confidence.ts) on bots of many sizes:
 * `node e2e/eval/fit-prior.ts <data folder>`. English comes from training splits under a free licence, Chinese from the
 * project's own shop pack. Run it when the signals or the ranking change.
 */
import path from "node:path";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import { observe } from "#server/understanding/calibrate.ts";
import { createWording } from "#server/understanding/create-wording.ts";
import { ELSEWHERE } from "#server/understanding/elsewhere.ts";
import { type Confidence, fitConfidence } from "#server/understanding/fit-confidence.ts";
import { learn } from "#server/understanding/learn.ts";
import { SIGNAL_NAMES } from "#server/understanding/measure-signals.ts";
import { buildRows, type ClassSource, toLearningTable } from "#server/understanding/row-table.ts";
import { createRandom } from "#server/understanding/train-separators.ts";
import { readLabelled } from "./read-sets.ts";

const BOTS = 130;
const INTENTS_OF_BOT = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 50];
const EXAMPLES_OF_INTENT = [5, 8, 10, 15, 20];
/** Each bot counts the same; together they outweigh the expectation where they have something to say. */
const WEIGHT_OF_BOT = 200;
/**
 * The less this is, the better bots of these very sources are foretold (0.284 at 25 against 0.295 at 400, in logarithmic
 * loss on bots left out), but words that a bot does not know then count for too little on bots of other subjects.
 */
const EXPECTATION_STRENGTH = 400;
/** Round numbers with the signs that make sense, not from data: where the bots have little to say, they stay. */
const EXPECTATION: Confidence = [1, 1, 0.5, -0.5, 1, -1, 1, -1, -0.5, -1, 0, 0.5, 0.5, 0.5, 0.5, -1, -1];

const random = createRandom(7);
const pick = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .slice(0, count)
    .map(({ item }) => item);
type Pool = readonly Pick<ClassSource, "id" | "examples" | "hints">[];

function readPool(name: string): Pool {
  const rows = readLabelled(path.join(process.argv[2] ?? "", name, "train.tsv"));
  return [...Map.groupBy(rows, ([label]) => label)].map(([id, labelled]) => ({
    id,
    examples: labelled.map(([, text]) => text),
    hints: [id],
  }));
}

function readShopPool(): Pool {
  return Object.values(bundleSchema.parse(toShopBundle("zh-CN")).faqSets).flatMap(({ entries }) =>
    entries.map(({ id, question, similar }) => {
      const questions = typeof question === "string" ? [question] : Object.values(question);
      const texts = [...questions, ...similar].filter((text) => text !== undefined);
      return { id, examples: texts.filter((text) => /\p{Script=Han}/u.test(text)), hints: [] };
    }),
  );
}

const pools = [readPool("banking77"), readPool("clinc150"), readShopPool()];
const wording = createWording([]);

const observations = Array.from({ length: BOTS }, (_, at) => {
  const pool = pools[at % pools.length] ?? [];
  const size = pick(EXAMPLES_OF_INTENT, 1)[0] ?? 10;
  const classes = pick(pool, pick(INTENTS_OF_BOT, 1)[0] ?? 8).map((one) => ({
    ...one,
    examples: pick(one.examples, size),
    negatives: [],
  }));
  const table = toLearningTable(buildRows({ classes, elsewhere: ELSEWHERE, wording }));
  const lesson = { table, classesCount: classes.length, isTrained: at % 7 !== 0 };
  const { pulls } = learn({ ...lesson, kept: Int32Array.from(table.keys.keys()) });
  const seen = observe({ ...lesson, pulls });
  return seen.map((one) => ({ ...one, weight: (one.weight * WEIGHT_OF_BOT) / seen.length }));
}).flat();

const prior = fitConfidence({ observations, prior: EXPECTATION, priorStrength: EXPECTATION_STRENGTH });
console.log(prior.map((value) => value.toFixed(2)).join(", "));
for (const [at, name] of [...SIGNAL_NAMES, "constant"].entries())
  console.log(name.padEnd(16), prior[at]?.toFixed(2));
