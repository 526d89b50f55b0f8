import { isHan } from "./extract-features.ts";
import { hasSubject } from "./has-subject.ts";
import { ROW_ROLES, type RowTable } from "./row-table.ts";

/** How much of each class's phrasings is the text, word for word: 退货 is half of 我想退货, a sixth of 退货后发票怎么处理. */
export type Mentions = ReadonlyMap<number, number>;

/** A bare keyword is this short: 退货, 优惠券, refund, gift card. */
const HAN_MAX = 3;
const WORDS_MAX = 2;

const SPACE = 32;
const NO_MENTIONS: Mentions = new Map();

const EXAMPLE = ROW_ROLES.indexOf("example");

/** Finds the classes that a bare keyword may be about. Longer texts, and texts without a subject, get none. */
export function findMentions({ lines, owners, roles }: RowTable, tokens: readonly string[]): Mentions {
  const isShort = tokens.every(isHan) ? tokens.length <= HAN_MAX : tokens.length <= WORDS_MAX;
  if (!isShort || !hasSubject(tokens)) return NO_MENTIONS;
  const wanted = tokens.join(" ");
  const mentions = new Map<number, number>();
  for (const [row, line] of lines.entries()) {
    if (roles[row] !== EXAMPLE || !hasWords(line, wanted)) continue;
    const classIndex = owners[row] ?? 0;
    mentions.set(classIndex, (mentions.get(classIndex) ?? 0) + tokens.length / countWords(line));
  }
  return mentions;
}

/** Whole words only: "turn" is not in "return". */
function hasWords(line: string, wanted: string): boolean {
  const isEdge = (at: number) => at < 0 || at >= line.length || line.charCodeAt(at) === SPACE;
  for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + 1)) {
    if (isEdge(at - 1) && isEdge(at + wanted.length)) return true;
  }
  return false;
}

function countWords(line: string): number {
  let count = 1;
  for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) === SPACE) count += 1;
  return count;
}
