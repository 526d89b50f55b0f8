import type { PassagePlace } from "#flows/knowledge/passage-place.ts";

/** What facts are looked for in: a passage as it is stored, edits and all. */
export type SourcePassage = {
  readonly id: string;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly place: PassagePlace;
};

/** Words of a passage and where they stand: `passage.text.slice(from, from + text.length) === text`. */
export type Words = { readonly text: string; readonly passage: SourcePassage; readonly from: number };

export type Cell = { readonly name: string; readonly value: Words };

export type Line =
  | {
      readonly type: "row";
      readonly passage: SourcePassage;
      readonly cells: readonly Cell[];
      readonly chars: number;
    }
  | { readonly type: "definition"; readonly passage: SourcePassage; readonly cells: readonly Cell[] }
  | { readonly type: "other"; readonly passage: SourcePassage };

/** Lines of a passage, each as what it can be read as. Rows of tables stand as `cut-passages.ts` writes them. */
export function* readLines(passage: SourcePassage): Generator<Line> {
  let from = 0;
  for (const line of passage.text.split("\n")) {
    const words = { text: line, passage, from };
    from += line.length + 1;
    if (line.trim() !== "") yield readLine(words);
  }
}

function readLine(line: Words): Line {
  const { passage } = line;
  if (passage.place.rows !== undefined) {
    const cells = readCells(line);
    if (cells.length > 0) return { type: "row", passage, cells, chars: line.text.length };
  }
  const cells = readDefinitions(line);
  return cells.length > 0 ? { type: "definition", passage, cells } : { type: "other", passage };
}

/** Between two cells of a row: what follows is the name of a column. */
const NEXT_CELL = /; (?=[^:;\n]{1,60}: )/g;
const NAME_END = ": ";

/** `Model: AX-200; Price: 99`. A cell without the name of a column belongs to nothing. */
function readCells(line: Words): readonly Cell[] {
  return cutAt(line, NEXT_CELL).flatMap((part): readonly Cell[] => {
    const end = part.text.indexOf(NAME_END);
    if (end < 1) return [];
    const value = trimWords(sliceWords(part, end + NAME_END.length));
    return value.text === "" ? [] : [{ name: part.text.slice(0, end).trim(), value }];
  });
}

const NEXT_DEFINITION = /[；;]\s*(?=[^:：；;，。,]{1,20}[:：])/g;
/** A short name, a colon, and what is said of it; what stands before the name are marks of a list. */
const DEFINITION =
  /^[\s•·▪●\-*–—]*(?:[(（]?\d{1,2}[)）.、]\s*)?([^:：，。,；;！？!?“”"「」]{1,20})(?:：|:(?=\s|\p{Script=Han}))\s*(?=\S)/u;
/** No names of anything: what follows is a hint, an example, or somebody's words. */
const NO_NAMES =
  /^(?:注|注意|注意事项|备注|提示|温馨提示|说明|例|例如|比如|如|如下|问|答|即|其中|包括|q|a|question|answer|note|notes|tip|hint|warning|e\.?g\.?|for example|example|i\.?e\.?|including|https?|ftp|re)$/i;
const NAMED = /[\p{L}]/u;

/** `品牌：小米；重量：2kg`, all of it or nothing: half a sentence defines nothing. */
function readDefinitions(line: Words): readonly Cell[] {
  const cells = cutAt(line, NEXT_DEFINITION).map((part): Cell | null => {
    const found = DEFINITION.exec(part.text);
    const name = found?.[1]?.trim() ?? "";
    if (!found || !NAMED.test(name) || NO_NAMES.test(name)) return null;
    return { name, value: trimWords(sliceWords(part, found[0].length)) };
  });
  return cells.every((cell) => cell !== null && isShort(cell.value.text))
    ? cells.filter((cell) => cell !== null)
    : [];
}

const VALUE_CHARS_MAX = 200;
const isShort = (text: string): boolean => text !== "" && text.length <= VALUE_CHARS_MAX;

/** The parts between the places where a pattern is found. */
export function cutAt(words: Words, pattern: RegExp): readonly Words[] {
  const parts: Words[] = [];
  let from = 0;
  for (const found of words.text.matchAll(pattern)) {
    parts.push(sliceWords(words, from, found.index));
    from = found.index + found[0].length;
  }
  return [...parts, sliceWords(words, from)];
}

export function sliceWords({ text, passage, from }: Words, start: number, end = text.length): Words {
  return { text: text.slice(start, end), passage, from: from + start };
}

/** Without the spaces around it and the mark that ends a sentence. */
export function trimWords(words: Words): Words {
  const start = words.text.length - words.text.trimStart().length;
  const end = words.text.replace(/[\s。；;，,]+$/u, "").length;
  return sliceWords(words, start, Math.max(start, end));
}
