/**
 * Fits the shipped prior of the confidence (server/understanding/prior-confidence.ts) on bots of many sizes drawn from
 * training splits: `node e2e/eval/fit-prior.ts <data folder>`. Run it when the signals or the ranking change.
 */
import path from "node:path";
import { buildRows } from "#server/understanding/build-rows.ts";
import { observe } from "#server/understanding/calibrate.ts";
import { ELSEWHERE } from "#server/understanding/elsewhere.ts";
import { fitConfidence } from "#server/understanding/fit-confidence.ts";
import { SIGNAL_NAMES } from "#server/understanding/measure-signals.ts";
import { PRIOR_CONFIDENCE } from "#server/understanding/prior-confidence.ts";
import { createSynonymReplacer } from "#server/understanding/synonyms.ts";
import { createRandom } from "#server/understanding/train-separators.ts";
import { readLabelled } from "./measure-intents.ts";

const BOTS = 130;
const INTENTS_OF_BOT = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 50];
const EXAMPLES_OF_INTENT = [5, 8, 10, 15, 20];
/** Each bot counts the same; together they outweigh the former prior where they have something to say. */
const WEIGHT_OF_BOT = 200;
const FORMER_PRIOR_STRENGTH = 400;

const random = createRandom(7);
const pick = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .slice(0, count)
    .map(({ item }) => item);
const sets = ["banking77", "clinc150", "smp2017"].map((name) =>
  Map.groupBy(readLabelled(path.join(process.argv[2] ?? "", name, "train.tsv")), ([label]) => label),
);
const replaceSynonyms = createSynonymReplacer([]);

const observations = Array.from({ length: BOTS }, (_, at) => {
  const set = sets[at % sets.length] ?? new Map<string, (readonly [string, string])[]>();
  const size = pick(EXAMPLES_OF_INTENT, 1)[0] ?? 10;
  const classes = pick([...set], pick(INTENTS_OF_BOT, 1)[0] ?? 8).map(([id, rows]) => ({
    id,
    examples: pick(rows, size).map(([, text]) => text),
    hints: [id],
    negatives: [],
  }));
  const rows = buildRows({ classes, elsewhere: ELSEWHERE, replaceSynonyms });
  const seen = observe({ rows, classesCount: classes.length, isTrained: at % 7 !== 0 });
  return seen.map((one) => ({ ...one, weight: (one.weight * WEIGHT_OF_BOT) / seen.length }));
}).flat();

const prior = fitConfidence({ observations, prior: PRIOR_CONFIDENCE, priorStrength: FORMER_PRIOR_STRENGTH });
for (const [at, name] of [...SIGNAL_NAMES, "constant"].entries())
  console.log(name.padEnd(16), prior[at]?.toFixed(2));
