import { ReadFailure } from "./read-failure.ts";

/** What a document says, in its order, as far as it matters for finding and showing it. */
export type Block =
  | { readonly type: "heading"; readonly level: number; readonly text: string; readonly page?: number }
  | { readonly type: "text"; readonly text: string; readonly page?: number }
  | {
      readonly type: "row";
      /** Names of the columns; the same array for all rows of one table. */
      readonly header: readonly string[];
      readonly cells: readonly string[];
      /** As a spreadsheet counts them, from 1. */
      readonly row: number;
      readonly sheet?: string;
    };

/** A book of a thousand pages has some two million. */
const CHARS_MAX = 8_000_000;
const BLOCKS_MAX = 400_000;

export type BlockSink = {
  readonly blocks: Block[];
  /** How the text of a table's cell is kept. */
  toCell(text: string): string;
  add(block: Block): void;
};

/** Collects blocks and refuses to become larger than a document may be. Blocks without a word are dropped. */
export function createBlockSink(toCell: (text: string) => string = toCleanLine): BlockSink {
  const blocks: Block[] = [];
  let chars = 0;
  return {
    blocks,
    toCell,
    add: (block) => {
      const length =
        block.type === "row" ? block.cells.reduce((sum, cell) => sum + cell.length, 0) : block.text.length;
      if (length === 0) return;
      chars += length;
      if (chars > CHARS_MAX || blocks.length >= BLOCKS_MAX)
        throw new ReadFailure("too_large", { charsMax: CHARS_MAX });
      blocks.push(block);
    },
  };
}

/** One line of text as people read it: no control characters, no invisible ones, one space between words. */
export function toCleanLine(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
}

/** The same for a text that keeps its line breaks. */
export function toCleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map(toCleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Characters that nobody sees, by which words are hidden from search or text is turned about. */
const INVISIBLE = /[^\P{C}\t\n\r]|\ufeff/gu;
