import { proposeMapping } from "../../faq/import/import-fields.ts";
import type { Line } from "./read-lines.ts";

type Row = Extract<Line, { readonly type: "row" }>;

/**
 * How many questions a table asks and answers; 0 for any other table. As facts its cells would only be category and tag of each
 * question, hundreds of them; they are entries, to be imported as such.
 */
export function countEntries(rows: readonly Row[]): number {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ name }) => name)))];
  const fields = proposeMapping(columns);
  const questions = new Set(columns.filter((_, at) => fields[at]?.startsWith("question")));
  if (questions.size === 0 || !fields.some((field) => field?.startsWith("answer"))) return 0;
  return rows.filter(({ cells }) => cells.some(({ name }) => questions.has(name))).length;
}
