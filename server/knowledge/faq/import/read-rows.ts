import type { Block } from "../../documents/reading/block.ts";
import { type Mapping, proposeMapping } from "./import-fields.ts";

/** One line of a file, still as it was written. */
export type RawRow = { readonly row: number; readonly cells: readonly string[] };

export type RawTable = { readonly columns: readonly string[]; readonly rows: readonly RawRow[] };

const QA_COLUMNS = ["question", "answer", "category"];

/** Tables as they are; headings with what stands under them, and talks, as questions with their answers. */
export function readRows(blocks: readonly Block[]): RawTable {
  const cells = blocks.filter((block) => block.type === "row");
  const [first] = cells;
  if (first !== undefined && proposeMapping(first.header).some((field) => field !== null))
    return toTable(cells);
  const pairs = readPairs(blocks);
  if (pairs.length > 0 || first === undefined)
    return { columns: QA_COLUMNS, rows: pairs.map((pair, i) => ({ row: i + 1, cells: pair })) };
  return toTable(cells);
}

type RowBlock = Extract<Block, { type: "row" }>;

/** Later sheets join the first one when they name their columns alike; others would need a mapping of their own. */
function toTable(cells: readonly RowBlock[]): RawTable {
  const columns = cells[0]?.header ?? [];
  const key = columns.join("\n");
  const rows = cells.filter(({ header }) => header === columns || header.join("\n") === key);
  return { columns, rows: rows.map(({ row, cells: own }) => ({ row, cells: own })) };
}

type Pair = readonly [question: string, answer: string, category: string];

function readPairs(blocks: readonly Block[]): readonly Pair[] {
  const lines = blocks.flatMap((block) => (block.type === "text" ? block.text.split("\n") : []));
  const spoken = readTalk(lines);
  return spoken.length > 0 ? spoken : readHeadings(blocks);
}

const SPEAKER =
  /^(?:\[?[\d\s/:.年月日-]{4,24}\]?\s*)?(?:(?<asks>q|问|问题|客户|顾客|用户|访客|买家|customer|user|visitor)|(?<answers>a|答|回答|客服|坐席|卖家|机器人|agent|support|bot))\s*\d{0,6}\s*[:：]\s*(?<text>.*)$/iu;

/** 问：…答：…, Q: … A: … and logs of talks: the last question before an answer, and all that was said to it. */
function readTalk(lines: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let question = "";
  let answer: string[] = [];
  let isAnswering = false;
  const end = (): void => {
    if (question !== "" && answer.length > 0) pairs.push([question, answer.join("\n"), ""]);
    answer = [];
  };
  for (const line of lines) {
    const said = SPEAKER.exec(line.trim())?.groups;
    if (said?.asks !== undefined) {
      end();
      question = said.text ?? "";
      isAnswering = false;
    } else if (said?.answers !== undefined) {
      answer.push(said.text ?? "");
      isAnswering = true;
    } else if (isAnswering && line.trim() !== "") answer.push(line.trim());
  }
  end();
  return pairs.filter(([, text]) => text.trim() !== "");
}

/** A heading that has text under it is a question; the headings above it are its category. */
function readHeadings(blocks: readonly Block[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const path: { readonly level: number; readonly text: string }[] = [];
  let answer: string[] = [];
  const end = (): void => {
    const question = path.at(-1);
    if (question !== undefined && answer.length > 0)
      pairs.push([
        question.text,
        answer.join("\n"),
        path
          .slice(0, -1)
          .map(({ text }) => text)
          .join("/"),
      ]);
    answer = [];
  };
  for (const block of blocks) {
    if (block.type === "text") answer.push(block.text);
    if (block.type !== "heading") continue;
    end();
    while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
    path.push(block);
  }
  end();
  return pairs;
}

/** What the file proposes, or what a person chose instead, cut or filled to the file's columns. */
export function fitMapping({ columns }: RawTable, chosen: Mapping | null): Mapping {
  return chosen === null ? proposeMapping(columns) : columns.map((_, i) => chosen[i] ?? null);
}
