import { maskPersonalData } from "#flows/answers/mask-personal-data.ts";
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

const ASKS = "客户|顾客|用户|访客|买家|customer|user|visitor";
const ANSWERS = "客服|坐席|卖家|机器人|agent|support|bot";
const TIME = String.raw`\[?\(?\d[\d\s/:.年月日-]{3,23}\)?\]?`;
/** A name may follow only where a time makes it a line of a log: 客服电话：400… is a part of an answer. */
const NAME = String.raw`[\s_-]*[^\s:：]{0,12}`;

const SPEAKERS = [
  String.raw`^(?:(?<time>${TIME})\s*)?(?:(?<asks>q|问|问题|${ASKS})|(?<answers>a|答|回答|${ANSWERS}))\s*\d{0,6}\s*[:：]\s*(?<text>.*)$`,
  String.raw`^(?<time>${TIME})\s*(?:(?<asks>${ASKS})|(?<answers>${ANSWERS}))${NAME}\s*[:：]\s*(?<text>.*)$`,
  // What was said stands below who said it and when.
  String.raw`^(?:(?<asks>${ASKS})|(?<answers>${ANSWERS}))${NAME}\s+(?<time>${TIME})(?<text>)$`,
].map((pattern) => new RegExp(pattern, "iu"));

type Said = Readonly<Record<string, string | undefined>>;

function findSpeaker(line: string): Said | undefined {
  for (const speaker of SPEAKERS) {
    const said = speaker.exec(line)?.groups;
    if (said !== undefined) return said;
  }
}

const PERSON = new RegExp(`^(?:${ASKS}|${ANSWERS})$`, "iu");
/** 问 and 答 are written by somebody; a person, or a time, makes the line a part of a talk. */
const isSpoken = ({ asks, answers, time }: Said): boolean =>
  time !== undefined || PERSON.test(asks ?? answers ?? "");

/**
 * 问：…答：…, Q: … A: … and logs of talks: the last question before an answer, and all that was said to it. What a customer and a
 * colleague told each other is masked; a written answer keeps the shop's own telephone.
 */
function readTalk(lines: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let question = "";
  let answer: string[] = [];
  let isAnswering = false;
  let isAsked = false;
  let isTalk = false;
  const end = (): void => {
    const written = answer.join("\n").trim();
    const answered = isTalk ? maskPersonalData(written) : written;
    if (question !== "" && answer.length > 0) pairs.push([maskPersonalData(question), answered, ""]);
    answer = [];
  };
  for (const line of lines.map((text) => text.trim())) {
    const said = findSpeaker(line);
    if (said?.asks !== undefined) {
      end();
      question = said.text ?? "";
      isAnswering = false;
      isAsked = true;
      isTalk = isSpoken(said);
    } else if (said?.answers !== undefined) {
      answer.push(said.text ?? "");
      isAnswering = true;
      isTalk ||= isSpoken(said);
    } else if (isAnswering && line !== "") answer.push(line);
    else if (isAsked) question ||= line;
  }
  end();
  return pairs.filter(([, text]) => text !== "");
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
