import type { FoundEntity, Statement } from "./fact.ts";
import type { Cell, Line, Words } from "./read-lines.ts";

type Row = Extract<Line, { readonly type: "row" }>;

/** Names of a first column whose cells name attributes, so that the other columns are things: a comparison of products. */
const ATTRIBUTES =
  /^(?:参数|参数名称?|属性|指标|规格参数|规格项|技术参数|对比项|parameters?|specs?|specifications?|attributes?|propert(?:y|ies)|features?|fields?)$/i;
/** The same where the second column says that it holds values. */
const ITEMS = /^(?:项目|项|条目|名目|内容|items?|names?|keys?|details?)$/i;
const VALUES = /^(?:值|数值|参数值|内容|说明|详情|具体内容|描述|values?|details?|descriptions?|contents?)$/i;
/** A first column that only counts. */
const COUNTING = /^(?:序号|行号|编号|no\.?|#|id|index)$/i;
const DIGITS = /^\d+$/;

const NAME_CHARS_MAX = 60;
const VALUE_CHARS_MAX = 300;
/** Cells that say that there is nothing to say. */
const EMPTY = /^(?:[-—–/\\*.]+|n\/?a|tbd|待定|暂无)$/i;

/** Rows of one table: they stand one after the other under the same headings, and name the same columns. */
export function readTable(rows: readonly Row[], topic: FoundEntity | null): readonly Statement[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ name }) => name)))];
  const [first = "", second = ""] = columns;
  if (ATTRIBUTES.test(first) || (ITEMS.test(first) && columns.length === 2 && VALUES.test(second)))
    return readAttributes(rows, { first, topic, isValue: (name) => VALUES.test(name) });
  const key =
    COUNTING.test(first) &&
    rows.every(({ cells }) => cells[0]?.name !== first || DIGITS.test(cells[0].value.text))
      ? second
      : first;
  return readEntities(rows, key);
}

/** Each row is about the thing that its first cell names; a row without that cell goes on about the one before. */
function readEntities(rows: readonly Row[], key: string): readonly Statement[] {
  let subject: FoundEntity | null = null;
  return rows.flatMap(({ cells }) => {
    const name = cells.find((cell) => cell.name === key)?.value.text;
    if (name !== undefined) subject = isName(name) ? { type: key, name } : null;
    const about = subject;
    return about === null
      ? []
      : toStatements(
          about,
          cells.filter((cell) => cell.name !== key),
        );
  });
}

type Comparison = {
  readonly first: string;
  readonly topic: FoundEntity | null;
  isValue(name: string): boolean;
};

/** Each row is one attribute, of the thing that the table is about or of the things that its other columns name. */
function readAttributes(rows: readonly Row[], { first, topic, isValue }: Comparison): readonly Statement[] {
  return rows.flatMap(({ cells }) => {
    const predicate = cells.find(({ name }) => name === first)?.value.text;
    if (predicate === undefined || !isName(predicate)) return [];
    return cells.flatMap(({ name, value }): readonly Statement[] => {
      if (name === first) return [];
      const subject = isValue(name) ? topic : { type: topic?.name ?? first, name };
      return subject === null ? [] : toStatements(subject, [{ name: predicate, value }]);
    });
  });
}

function toStatements(subject: FoundEntity, cells: readonly Cell[]): readonly Statement[] {
  return cells.flatMap(({ name, value }) =>
    isValueText(value) ? [{ subject, predicate: name, value }] : [],
  );
}

const isName = (text: string): boolean =>
  text.length <= NAME_CHARS_MAX && /[\p{L}\p{N}]/u.test(text) && !EMPTY.test(text);

const isValueText = ({ text }: Words): boolean =>
  text !== "" && text.length <= VALUE_CHARS_MAX && !EMPTY.test(text);
