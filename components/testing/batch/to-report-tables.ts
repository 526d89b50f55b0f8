import { type Scores, scoreBatch } from "#flows/testing/score-batch.ts";
import type { BatchTexts } from "./batch-messages.ts";
import { FIELDS } from "./map-columns.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toCell } from "./to-cell.ts";
import { toPercent } from "./to-percent.ts";
import type { Table } from "./to-table-file.ts";

type ReportTables = {
  readonly rows: Table;
  readonly intents: Table;
  readonly faqs: Table;
  readonly confusions: Table;
};

/** The report as tables; the first one can be brought back as a list of questions. */
export function toReportTables(items: readonly BatchItem[], texts: BatchTexts): ReportTables {
  const t = texts.report;
  const { fields } = texts.columns;
  const intents = scoreBatch(items.flatMap(({ intentPair }) => intentPair ?? []));
  const faqs = scoreBatch(items.flatMap(({ faqPair }) => faqPair ?? []));
  return {
    rows: [
      [
        ...FIELDS.map((field) => fields[field]),
        ...[t.right, t.actual, t.score, t.handedOver, t.node, t.reply],
      ],
      ...items.map(({ row, answer, isRight, actual, lastNode }) => [
        ...FIELDS.map((field) => toCell(row, field)),
        isRight === null ? t.unchecked : isRight ? t.right : t.wrong,
        ...[actual, toPercent(answer.score), answer.handedOver ? t.yes : t.no, lastNode, answer.reply],
      ]),
    ],
    intents: toScoreTable(intents, texts),
    faqs: toScoreTable(faqs, texts),
    confusions: [
      [t.expected, t.actual, t.count],
      ...[...intents.confusions, ...faqs.confusions].map(({ expected, actual, count }) => [
        expected,
        actual,
        count,
      ]),
    ],
  };
}

function toScoreTable({ labels }: Scores, { report: t }: BatchTexts): Table {
  return [
    [
      ...[t.labels.label, t.labels.expected, t.labels.actual, t.labels.right],
      ...[t.labels.precision, t.labels.recall, t.labels.f1],
    ],
    ...labels.map(({ label, expected, actual, right, precision, recall, f1 }) => [
      ...[label, expected, actual, right],
      ...[toPercent(precision), toPercent(recall), toPercent(f1)],
    ]),
  ];
}
