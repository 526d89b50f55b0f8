import type { RowDraft } from "./build-rows.ts";
import { isHan } from "./extract-features.ts";
import { hasSubject } from "./has-subject.ts";

/** How much of each class's phrasings is the text, word for word: 退货 is half of 我想退货, a sixth of 退货后发票怎么处理. */
export type Mentions = ReadonlyMap<number, number>;

/** A bare keyword is this short: 退货, 优惠券, refund, gift card. */
const HAN_MAX = 3;
const WORDS_MAX = 2;

const NO_MENTIONS: Mentions = new Map();

/** Finds the classes that a bare keyword may be about. Longer texts, and texts without a subject, get none. */
export function createMentionFinder(drafts: readonly RowDraft[]): (tokens: readonly string[]) => Mentions {
  const phrasings = drafts.flatMap(({ features, classIndex, role }) =>
    role === "example" && classIndex !== null
      ? [{ classIndex, line: toLine(features.tokens), length: features.tokens.length }]
      : [],
  );
  return (tokens) => {
    const isShort = tokens.every(isHan) ? tokens.length <= HAN_MAX : tokens.length <= WORDS_MAX;
    if (!isShort || !hasSubject(tokens)) return NO_MENTIONS;
    const line = toLine(tokens);
    const mentions = new Map<number, number>();
    for (const phrasing of phrasings) {
      if (!phrasing.line.includes(line)) continue;
      mentions.set(
        phrasing.classIndex,
        (mentions.get(phrasing.classIndex) ?? 0) + tokens.length / phrasing.length,
      );
    }
    return mentions;
  };
}

function toLine(tokens: readonly string[]): string {
  return ` ${tokens.join(" ")} `;
}
