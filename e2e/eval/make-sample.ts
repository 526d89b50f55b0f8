/**
 * Cuts the sample that stands in e2e/eval/sample out of the public sets: `node e2e/eval/make-sample.ts <data folder>`.
 * Only sets whose licence allows to hand them on; their own README names source and licence.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readLabelled, readLines } from "./read-sets.ts";

const from = process.argv[2] ?? "";
const to = path.join(import.meta.dirname, "sample");

const LABELS = 20;
const TRAIN_OF_LABEL = 10;
const TEST_OF_LABEL = 8;
const OUTSIDE = 120;
const ENTRIES = 25;
const PASSAGES = 40;
const QUESTIONS_OF_PASSAGE = 4;

type Rows = ReturnType<typeof readLabelled>;

function write(set: string, name: string, lines: readonly string[]): void {
  mkdirSync(path.join(to, set), { recursive: true });
  writeFileSync(path.join(to, set, name), `${lines.join("\n")}\n`);
}

/** Every n-th of a list, so that `wanted` of them are spread over the whole. */
function spread<Item>(items: readonly Item[], wanted: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / wanted));
  return items.filter((_, at) => at % step === 0).slice(0, wanted);
}

function takeOfEach(rows: Rows, labels: readonly string[], count: number): readonly string[] {
  return labels.flatMap((label) =>
    spread(
      rows.filter(([own]) => own === label),
      count,
    ).map((row) => row.join("\t")),
  );
}

for (const set of ["banking77", "clinc150"]) {
  const train = readLabelled(path.join(from, set, "train_10.tsv"));
  const labels = spread([...new Set(train.map(([label]) => label))].sort(), LABELS);
  write(set, "train_10.tsv", takeOfEach(train, labels, TRAIN_OF_LABEL));
  write(set, "test.tsv", takeOfEach(readLabelled(path.join(from, set, "test.tsv")), labels, TEST_OF_LABEL));
}
const outside = readLabelled(path.join(from, "clinc150", "oos_test.tsv"));
write(
  "clinc150",
  "oos_test.tsv",
  spread(outside, OUTSIDE).map((row) => row.join("\t")),
);

type Query = { readonly q: string; readonly id: number | null; readonly kind: string };
const entries = spread(readLines<{ id: number }>(path.join(from, "banking_faq", "faq.jsonl")), ENTRIES);
const kept = new Set(entries.map(({ id }) => id));
const queries = readLines<Query>(path.join(from, "banking_faq", "queries_test.jsonl"));
write(
  "banking_faq",
  "faq.jsonl",
  entries.map((entry) => JSON.stringify(entry)),
);
write(
  "banking_faq",
  "queries_test.jsonl",
  [
    ...spread(
      queries.filter(({ id }) => id !== null && kept.has(id)),
      ENTRIES * TEST_OF_LABEL,
    ),
    ...spread(
      queries.filter(({ id }) => id === null),
      OUTSIDE,
    ),
  ].map((query) => JSON.stringify(query)),
);

for (const set of ["xquad_zh", "xquad_en", "cmrc2018"]) {
  const passages = spread(readLines<{ id: number }>(path.join(from, set, "passages.jsonl")), PASSAGES);
  const questions = readLines<{ pid: number }>(path.join(from, set, "queries.jsonl"));
  write(
    set,
    "passages.jsonl",
    passages.map((passage) => JSON.stringify(passage)),
  );
  write(
    set,
    "queries.jsonl",
    passages.flatMap(({ id }) =>
      questions
        .filter(({ pid }) => pid === id)
        .slice(0, QUESTIONS_OF_PASSAGE)
        .map((question) => JSON.stringify(question)),
    ),
  );
}
