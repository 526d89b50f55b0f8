import type { Figures, Task } from "./tasks.ts";

type Measured = { readonly task: Task; readonly result: Figures };

const HEADINGS = {
  intents: "Intents",
  faq: "Questions and answers",
  passages: "Passages",
  shop: "The sample shop, asked in whole turns",
} as const;

/** One table a kind, in percent, milliseconds and megabytes, with what others reach under each set. */
export function toReport(measured: readonly Measured[]): string {
  const kinds = ["intents", "faq", "passages", "shop"] as const;
  return kinds
    .map((kind) => ({ kind, rows: measured.filter(({ result }) => result.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => `${HEADINGS[kind]}\n${toTable(rows)}`)
    .join("\n\n");
}

function toTable(rows: readonly Measured[]): string {
  const cells = rows.map(({ task, result }) => ({ set: task.name, ...toCells(result) }));
  const columns = Object.keys(cells[0] ?? {}) as (keyof (typeof cells)[number])[];
  const lines = [columns, ...cells.map((row) => columns.map((column) => row[column]))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  const [head = "", ...body] = lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
  return [
    head,
    ...body.flatMap((line, at) => [
      line,
      `${"".padEnd(widths[0] ?? 0)}  beside: ${rows[at]?.task.beside ?? ""}`,
    ]),
  ].join("\n");
}

function toCells(result: Figures): Readonly<Record<string, string>> {
  switch (result.kind) {
    case "intents": {
      const f = result.figures;
      return {
        asked: String(f.questions),
        accuracy: percent(f.accuracy),
        "macro-F1": percent(f.macroF1),
        "sure: precision": percent(f.surePrecision),
        coverage: percent(f.sureCoverage),
        "OOS: recall": percent(f.outsideRecall),
        precision: percent(f.outsidePrecision),
        "not sure": percent(f.outsideNotSure),
        "refused at inside": Number.isNaN(f.outsideRefused)
          ? "-"
          : `${percent(f.outsideRefused)} at ${percent(f.insideKept)}`,
        train: milliseconds(f.trainMs),
        p50: milliseconds(f.p50),
        p99: milliseconds(f.p99),
        memory: megabytes(f.bytes),
      };
    }
    case "faq": {
      const f = result.figures;
      return {
        asked: String(f.questions),
        "top-1": percent(f.top1),
        "top-3": percent(f.top3),
        "sure: precision": percent(f.surePrecision),
        coverage: percent(f.sureCoverage),
        "at 0.7": `${percent(f.precisionAt07)} / ${percent(f.coverageAt07)}`,
        "coverage at 95": percent(f.coverageAt95),
        "OOS: recall": percent(f.outsideRecall),
        precision: percent(f.outsidePrecision),
        "not sure": percent(f.outsideNotSure),
        train: milliseconds(f.trainMs),
        p50: milliseconds(f.p50),
        p99: milliseconds(f.p99),
        memory: megabytes(f.bytes),
      };
    }
    case "passages": {
      const f = result.figures;
      return {
        asked: String(f.questions),
        "MRR@10": percent(f.mrr10),
        "recall@1": percent(f.recall1),
        "recall@5": percent(f.recall5),
        index: milliseconds(f.indexMs),
        p50: milliseconds(f.p50),
        p99: milliseconds(f.p99),
        memory: megabytes(f.bytes),
      };
    }
    case "shop": {
      const f = result.figures;
      return {
        asked: String(f.questions),
        "answered right": percent(f.right),
        "offered right": percent(f.offered),
        "offered wrong": percent(f.mistaken),
        refused: percent(f.refused),
        wrong: percent(f.wrong),
        "OOS: refused": percent(f.outsideRefused),
        "asked back": percent(f.outsideAsked),
        answered: percent(f.outsideAnswered),
        p50: milliseconds(f.p50),
        p99: milliseconds(f.p99),
      };
    }
  }
}

function percent(share: number): string {
  return Number.isNaN(share) ? "-" : (100 * share).toFixed(1);
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
