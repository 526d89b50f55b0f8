import { existsSync } from "node:fs";
import path from "node:path";
import { LOCALES } from "#flows/kernel/text.ts";
import { type FaqFigures, type FaqQuery, measureFaq } from "./measure-faq.ts";
import { type IntentFigures, measureIntents } from "./measure-intents.ts";
import { measurePassages, type PassageFigures } from "./measure-passages.ts";
import { readLines } from "./read-sets.ts";
import { readShopEntries } from "./read-shop.ts";
import { measureShop, type ShopFigures } from "./shop/measure-shop.ts";
import { HALVES, readShopQuestions, type ShopQuestion, STYLES } from "./shop/read-questions.ts";
import { SHOP_QUESTIONS } from "./shop-questions.ts";

export type Split = "test" | "dev";
export type Figures =
  | { readonly kind: "intents"; readonly figures: IntentFigures }
  | { readonly kind: "faq"; readonly figures: FaqFigures }
  | { readonly kind: "passages"; readonly figures: PassageFigures }
  | { readonly kind: "shop"; readonly figures: ShopFigures };

export type Task = {
  readonly name: string;
  /** What others were seen or published to reach on the whole set, and the bar that is held. */
  readonly beside: string;
  /** Files of the folder that it needs. */
  readonly needs: readonly string[];
  run(): Figures;
};

const PASSAGE_SETS = [
  ["xquad_zh", "MRR@10: MiniSearch 10.8, OpenAI 3-large 92.2; bar 95"],
  ["xquad_en", "MRR@10: MiniSearch 93.2, OpenAI 3-large 96.1; bar 96"],
  ["cmrc2018", "MRR@10: MiniSearch with jieba 95.7; bar 97.5"],
] as const;

const INTENT_SETS = [
  ["banking77", "train_10.tsv", "nlp.js 66.2; bar 75.5"],
  ["banking77", "train.tsv", "nlp.js 50.6, Rasa DIET about 89.9, RoBERTa 93.5; bar 90.5"],
  ["clinc150", "train_10.tsv", "nlp.js 76.6; bar 81"],
  [
    ...(["clinc150", "train.tsv"] as const),
    "nlp.js 84.5, Rasa 91.5, Dialogflow 91.7, BERT 96.9; bar 92; outside refused: BERT 52.3 at 96.2, bar 80 at 90",
  ],
  ["smp2017", "train.tsv", "nlp.js 78.9; bar 88.5"],
] as const;

const TEST_FILES = { banking77: "valid.tsv", clinc150: "val.tsv", smp2017: "valid.tsv" } as const;

/** Everything that can be measured in a folder of the layout that `e2e/eval/sample` has. */
export function listTasks(folder: string, split: Split): readonly Task[] {
  const isDev = split === "dev";
  const file = (set: string, name: string) => path.join(folder, set, name);
  return [
    ...INTENT_SETS.map(([set, train, beside]): Task => {
      const test = file(set, isDev ? TEST_FILES[set] : "test.tsv");
      const outside =
        set === "clinc150" ? { outside: file(set, isDev ? "oos_val.tsv" : "oos_test.tsv") } : {};
      const files = { train: file(set, train), test, ...outside };
      return {
        name: `${set} ${train === "train.tsv" ? "full" : "10-shot"}`,
        beside,
        needs: Object.values(files),
        run: () => ({
          kind: "intents",
          figures: measureIntents({ ...files, isPartOfTrain: isDev && set === "banking77" }),
        }),
      };
    }),
    toFaqTask(
      file("banking_faq", "faq.jsonl"),
      file("banking_faq", isDev ? "queries_dev.jsonl" : "queries_test.jsonl"),
    ),
    {
      name: "shop, 40 own",
      beside: "written from the list of standard questions; 20 of 40 have no answer",
      needs: [],
      run: () => ({ kind: "faq", figures: measureFaq(readShopEntries(), SHOP_QUESTIONS) }),
    },
    ...listShopTasks(),
    ...PASSAGE_SETS.map(([set, beside]): Task => {
      const files = { passages: file(set, "passages.jsonl"), queries: file(set, "queries.jsonl") };
      return {
        name: set,
        beside,
        needs: Object.values(files),
        run: () => ({ kind: "passages", figures: measurePassages(files) }),
      };
    }),
  ];
}

/** Both halves whatever the split: what was found on the one is checked on the other. */
function listShopTasks(): readonly Task[] {
  const toTask = (name: string, read: () => readonly ShopQuestion[]): Task => ({
    ...{ name, needs: [], beside: "written from the standard questions alone" },
    run: () => ({ kind: "shop", figures: measureShop(read()) }),
  });
  return [
    toTask("shop, 40 own, in turns", () => SHOP_QUESTIONS.map(toShopQuestion)),
    ...LOCALES.flatMap((locale) =>
      STYLES.flatMap((style) =>
        HALVES.map((half) =>
          toTask(`shop ${locale} ${style}, ${half}`, () => readShopQuestions({ locale, style, half })),
        ),
      ),
    ),
  ];
}

function toShopQuestion({ text, entryId }: FaqQuery): ShopQuestion {
  const locale = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  return { text, locale, expected: entryId === null ? [] : [entryId] };
}

export function canRun({ needs }: Task): boolean {
  return needs.every((file) => existsSync(file));
}

type StoredEntry = { readonly id: number; readonly standard: string; readonly similar: readonly string[] };
type StoredQuery = { readonly q: string; readonly id: number | null };

function toFaqTask(entriesFile: string, queriesFile: string): Task {
  return {
    name: "banking_faq",
    beside:
      "top-1 / top-3: MiniSearch 38.9, BM25 49.1 / 70.0; bar 67 / 80; at 0.7: precision 90, coverage 32",
    needs: [entriesFile, queriesFile],
    run: () => {
      const entries = readLines<StoredEntry>(entriesFile).map(({ id, standard, similar }) => ({
        ...{ id: String(id), question: standard, similar },
      }));
      const queries = readLines<StoredQuery>(queriesFile).map(
        ({ q, id }): FaqQuery => ({ text: q, entryId: id === null ? null : String(id) }),
      );
      return { kind: "faq", figures: measureFaq(entries, queries) };
    },
  };
}
