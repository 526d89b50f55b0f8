import papaparse from "papaparse";
import { type BlockSink, toCleanText } from "./block.ts";
import { decodeText } from "./decode-text.ts";
import { ReadFailure } from "./read-failure.ts";

/** What nobody can read on a screen is no table of facts; to leave the rest out in silence would lose somebody's work. */
const COLUMNS_MAX = 100;

/** Refuses a row with something in a column beyond those that are read; `columns` counts up to its last filled one. */
export function assertColumns(columns: number): void {
  if (columns > COLUMNS_MAX) throw new ReadFailure("too_many_columns", { columns, columnsMax: COLUMNS_MAX });
}

/** 第三章 退货, 三、运费, 2.1 Delivery: a short line of its own that begins as headings do and does not end as sentences do. */
const HEADING =
  /^(?:(?<part>第[0-9一二三四五六七八九十百零〇]+[章节部分编条])|(?<han>[一二三四五六七八九十]+、)|(?<number>\d+(?:\.\d+){0,3})[.、．\s])\s*\S/u;
const HEADING_CHARS_MAX = 40;
const SENTENCE_END = /[。！？；.!?;：:，,]$/u;

/** Paragraphs of a text; lines that look like headings are taken for headings. */
export function parsePlainText(bytes: Uint8Array, sink: BlockSink): void {
  for (const paragraph of toCleanText(decodeText(bytes)).split(/\n\s*\n/)) {
    for (const part of splitHeadings(paragraph)) sink.add(part);
  }
}

type Part = { readonly type: "heading"; readonly level: number; readonly text: string } | TextPart;
type TextPart = { readonly type: "text"; readonly text: string };

function splitHeadings(paragraph: string): readonly Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) parts.push({ type: "text", text: lines.join("\n") });
    lines = [];
  };
  for (const line of paragraph.split("\n")) {
    const level = findHeadingLevel(line);
    if (level === null) {
      lines.push(line);
      continue;
    }
    end();
    parts.push({ type: "heading", level, text: line });
  }
  end();
  return parts;
}

/** The depth at which a line stands as a heading; null for a line of text. */
export function findHeadingLevel(line: string): number | null {
  if (line.length > HEADING_CHARS_MAX || SENTENCE_END.test(line)) return null;
  const found = HEADING.exec(line)?.groups;
  if (found === undefined) return null;
  if (found.part !== undefined) return 1;
  if (found.han !== undefined) return 2;
  return 1 + (found.number ?? "").split(".").length;
}

/** Rows of a CSV or TSV under the names of its columns. */
export function parseCsv(bytes: Uint8Array, sink: BlockSink): void {
  let header: readonly string[] | null = null;
  let row = 0;
  // In a short file the line break at its end would be counted as a row of one column, and tabs then not be seen as what they are.
  papaparse.parse<string[]>(decodeText(bytes).replace(/[\r\n]+$/u, ""), {
    step: ({ data }) => {
      row += 1;
      const filled = data.slice(0, data.findLastIndex((cell) => cell.trim() !== "") + 1);
      assertColumns(filled.length);
      const cells = filled.map(sink.toCell);
      if (cells.every((cell) => cell === "")) return;
      if (header === null) header = cells;
      else sink.add({ type: "row", header, cells, row });
    },
  });
  // A table of one row only: its names are all that it says.
  if (header !== null && sink.blocks.length === 0) sink.add({ type: "text", text: [...header].join(" ") });
}
