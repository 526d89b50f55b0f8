import type { FlowVariable } from "#flows/kernel/flow.ts";
import { BATCH_ROWS_MAX, type BatchRow, batchRowSchema, type Expectation } from "#flows/testing/batch.ts";
import type { Resolution } from "#flows/testing/resolve-expected.ts";
import { type RowVariables, readRowVariables } from "#flows/testing/row-variables.ts";
import type { Sheet } from "./read-sheet.ts";

export const FIELDS = ["question", "intent", "faq", "node", "text", "history", "variables"] as const;

export type BatchField = (typeof FIELDS)[number];

/** Which column of the sheet holds what; null is not there. */
export type Mapping = { readonly [Field in BatchField]: number | null };

export type ReadRow = {
  /** As the spreadsheet counts: the heading is 1. */
  readonly line: number;
  readonly row: BatchRow | null;
  readonly problem:
    | null
    | { readonly type: "no-question" | "too-long" }
    | { readonly type: "unknown"; readonly fields: readonly Expectation[] }
    | Omit<Extract<RowVariables, { ok: false }>, "ok">;
};

const HEADINGS: { readonly [Field in BatchField]: RegExp } = {
  question: /^(问题|客户问题|提问|问法|用户问|question|query|utterance|text)$/i,
  intent: /^(意图|预期意图|期望意图|intent|expected[ _]?intent|label)$/i,
  faq: /^(问答|预期问答|期望问答|标准问|标准问题|faq|expected[ _]?faq)$/i,
  node: /^(节点|预期节点|预期经过的节点|期望节点|node|expected[ _]?node)$/i,
  text: /^(回复|预期回复|期望回复|答案|回复包含|预期回复包含|预期|reply contains|answer|reply|expected([ _]?(text|reply|answer))?)$/i,
  history: /^(上文|历史|对话历史|前文|之前说过的话|history|before|said before)$/i,
  variables: /^(变量|变量值|variables?|vars)$/i,
};

/** Guesses by the heading; a sheet of one column without a heading is a list of questions. */
export function guessMapping(sheet: Sheet): { readonly mapping: Mapping; readonly hasHeading: boolean } {
  const heading = sheet[0] ?? [];
  const find = (field: BatchField): number | null => {
    const place = heading.findIndex((cell) => HEADINGS[field].test(cell.trim()));
    return place < 0 ? null : place;
  };
  // as: the keys are all fields.
  const mapping = Object.fromEntries(FIELDS.map((field) => [field, find(field)])) as Mapping;
  const hasHeading = FIELDS.some((field) => mapping[field] !== null);
  // One heading must not serve two fields (`text` may be the question or the reply).
  const text = mapping.text === mapping.question ? null : mapping.text;
  return { mapping: { ...mapping, text, question: mapping.question ?? 0 }, hasHeading };
}

type ReadOptions = {
  readonly mapping: Mapping;
  readonly hasHeading: boolean;
  /** Of the main flow. */
  readonly variables: readonly FlowVariable[];
  resolve(row: BatchRow): Resolution;
};

/** Every row with what is wrong with it; nothing is dropped in silence. */
export function readRows(sheet: Sheet, options: ReadOptions): readonly ReadRow[] {
  const { mapping, hasHeading } = options;
  const from = hasHeading ? 1 : 0;
  return sheet.slice(from).map((cells, index): ReadRow => {
    const line = index + from + 1;
    const cell = (field: BatchField): string => {
      const column = mapping[field];
      return column === null ? "" : (cells[column] ?? "");
    };
    return { line, ...readRow(cell, options) };
  });
}

function readRow(
  cell: (field: BatchField) => string,
  { variables, resolve }: ReadOptions,
): Omit<ReadRow, "line"> {
  if (cell("question") === "") return { row: null, problem: { type: "no-question" } };
  const history = cell("history").split(/\r?\n/).filter(Boolean);
  const held = readRowVariables(cell("variables"), variables);
  const parsed = batchRowSchema.safeParse({
    question: cell("question"),
    ...(history.length > 0 && { history }),
    ...(held.ok && Object.keys(held.values).length > 0 && { variables: held.values }),
    ...Object.fromEntries(
      (["intent", "faq", "node", "text"] as const).flatMap((field) =>
        cell(field) === "" ? [] : [[field, cell(field)]],
      ),
    ),
  });
  if (!parsed.success) return { row: null, problem: { type: "too-long" } };
  if (!held.ok) return { row: parsed.data, problem: { type: held.type, name: held.name } };
  const resolution = resolve(parsed.data);
  return {
    row: parsed.data,
    problem: resolution.ok ? null : { type: "unknown", fields: resolution.unknown },
  };
}

export type Choice = {
  readonly rows: readonly BatchRow[];
  readonly skipped: number;
  readonly isTooMany: boolean;
};

/** The rows that can be asked. */
export function chooseRows(read: readonly ReadRow[]): Choice {
  const rows = read.flatMap(({ row, problem }) => (row !== null && problem === null ? [row] : []));
  return {
    rows: rows.slice(0, BATCH_ROWS_MAX),
    skipped: read.length - rows.length,
    isTooMany: rows.length > BATCH_ROWS_MAX,
  };
}
