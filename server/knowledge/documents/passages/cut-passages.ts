import { createHash } from "node:crypto";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import type { Block } from "../reading/block.ts";
import { splitSentences } from "./split-sentences.ts";

/** One stretch of a document as it is stored and found. */
export type CutPassage = {
  /** By what it says and where in the order of the same it stands: the next reading gives the same words the same key. */
  readonly key: string;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly place: PassagePlace;
};

/** In trials the best length for finding an answer and for showing it on short, evenly cut text. */
const CHARS_WANTED = 350;
/** A sentence that would end beyond this begins the next passage. */
export const CHARS_MAX = 450;
const TITLE_DEPTH_MAX = 6;
const TITLE_CHARS_MAX = 120;

type Piece = {
  readonly text: string;
  readonly titlePath: readonly string[];
  readonly page?: number;
  readonly row?: number;
  readonly sheet?: string;
};

/**
 * Cuts a document along its structure: a passage never crosses a heading, a sentence or a row of a table is never divided unless it
 * is longer than a passage, and every row says the names of its columns.
 */
export function cutPassages(blocks: readonly Block[]): readonly CutPassage[] {
  const passages: CutPassage[] = [];
  const seen = new Map<string, number>();
  let chars = 0;
  let open: Piece[] = [];

  const end = (): void => {
    const [first] = open;
    if (first === undefined) return;
    const text = joinPieces(open);
    const { titlePath } = first;
    passages.push({
      key: toKey(titlePath, text, seen),
      titlePath,
      text,
      place: toPlace(open, [chars, chars + text.length]),
    });
    chars += text.length + 1;
    open = [];
  };

  for (const piece of toPieces(blocks)) {
    const length = open.reduce((sum, { text }) => sum + text.length, 0);
    const first = open[0];
    const isElsewhere = first !== undefined && !isTogether(first, piece);
    if (isElsewhere || length >= CHARS_WANTED || length + piece.text.length > CHARS_MAX) end();
    open.push(piece);
  }
  end();
  return passages;
}

/** Sentences and rows in their order, each with the headings above it. */
function* toPieces(blocks: readonly Block[]): Generator<Piece> {
  let path: readonly { readonly level: number; readonly text: string }[] = [];
  let titlePath: readonly string[] = [];
  for (const block of blocks) {
    if (block.type === "heading") {
      const above = path.filter(({ level }) => level < block.level);
      path = [...above, { level: block.level, text: block.text.slice(0, TITLE_CHARS_MAX) }].slice(
        -TITLE_DEPTH_MAX,
      );
      titlePath = dropRepeats(path.map(({ text }) => text));
    } else yield* block.type === "text" ? toSentences(block, titlePath) : toRows(block, titlePath);
  }
}

function toSentences(
  { text, page }: Block & { readonly type: "text" },
  titlePath: readonly string[],
): Piece[] {
  // What two paragraphs say is not one sentence: the break stays.
  const sentences = splitSentences(`${text}\n`, CHARS_MAX);
  return sentences.map((sentence) => ({
    text: sentence,
    titlePath,
    ...(page === undefined ? {} : { page }),
  }));
}

function toRows(block: Block & { readonly type: "row" }, above: readonly string[]): Piece[] {
  const { row, sheet } = block;
  const titlePath = sheet === undefined ? above : [...above, sheet];
  const place = sheet === undefined ? { row } : { row, sheet };
  return splitRow(block).map((text) => ({ text, titlePath, ...place }));
}

/** A page's title and its first heading are often the same words. */
function dropRepeats(titles: readonly string[]): readonly string[] {
  return titles.filter((title, place) => title !== titles[place - 1]);
}

/** `Model: AX-200; Price: 99`, cut between its cells where it is too long. */
function splitRow({ header, cells }: Block & { readonly type: "row" }): readonly string[] {
  const parts = cells.flatMap((cell, place) => {
    if (cell === "") return [];
    const name = header[place] ?? "";
    const part = name === "" ? cell : `${name}: ${cell}`;
    return part.length > CHARS_MAX ? splitSentences(part, CHARS_MAX) : [part];
  });
  const rows: string[] = [];
  let row = "";
  for (const part of parts) {
    if (row !== "" && row.length + part.length > CHARS_MAX) {
      rows.push(`${row}\n`);
      row = "";
    }
    row += row === "" ? part : `; ${part}`;
  }
  return row === "" ? rows : [...rows, `${row}\n`];
}

function isTogether(a: Piece, b: Piece): boolean {
  return (
    a.titlePath === b.titlePath || (a.sheet === b.sheet && a.titlePath.join("\n") === b.titlePath.join("\n"))
  );
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join("")
    .trim();
}

function toPlace(pieces: readonly Piece[], chars: readonly [number, number]): PassagePlace {
  const [first] = pieces;
  const last = pieces.at(-1);
  // A table may begin below the sentence that introduces it.
  const rows = pieces.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return {
    ...(first?.page === undefined ? {} : { pages: [first.page, last?.page ?? first.page] }),
    ...(first?.sheet === undefined ? {} : { sheet: first.sheet }),
    ...(rows.length === 0 ? {} : { rows: [Math.min(...rows), Math.max(...rows)] }),
    chars: [...chars],
  };
}

function toKey(titlePath: readonly string[], text: string, seen: Map<string, number>): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([titlePath, text]))
    .digest("base64url")
    .slice(0, 24);
  const count = seen.get(hash) ?? 0;
  seen.set(hash, count + 1);
  return count === 0 ? hash : `${hash}.${count}`;
}
