import { isHan, listWords, toToken } from "./extract-features.ts";
import type { ClassMatch, ClassMatcher } from "./match-classes.ts";

/** A wish that is denied: "I don't want to cancel my order" has `cancel` in its way, whatever else it shares with "cancel my order". */
export type Denial = {
  /** What is not wanted, from the word behind the denial to the next pause. */
  readonly denied: string;
  /** What else the text says. */
  readonly rest: string;
};

/** 能不能, 要不要, 用不用 ask; 特别 and 别的 deny nothing. */
const HAN = new RegExp(
  `(?:(?<!想)不(?:再)?想(?:再|要)?|(?<!要)不要(?:再)?|(?<!用)不用(?:再)?|(?<!需)不(?:再)?需要|不必|不打算|无需|没(?:有)?(?:想|打算|说)(?:过)?(?:要)?|没有要|不是(?:想)?要|先不|(?<![特分个区识性级辨告])别(?![的人家处名]))` +
    String.raw`(?:给我|帮我|替我|把|去|来|我的|我|你们)*([\p{Script=Han}][^，,。.、!！?？;；\s]*)`,
  "u",
);
/** 不退了: what was begun is not wanted any more. */
const HAN_NO_MORE =
  /(?<![\p{Script=Han}]不|[能会是还来])不(?![能会是好对可见用行够])([\p{Script=Han}]{1,6}?)了(?=$|[，,。.、!！;；\s吧啊哦])/u;
const LATIN = new RegExp(
  String.raw`\b(?:(?:(?:do|did|does|would)(?:n['’]?t| not)|never|no longer|not)\s+(?:really |actually |even |any ?more )?(?:want(?:ed)?|wish|ask(?:ed)?|mean|meant|plan|planning|intend|going|like|trying)\s+(?:you |anyone |anybody |us )?to|wanna not|(?:do|does)(?:n['’]?t| not)\s+(?:need|require)|no (?:longer )?need(?: to| for)?|rather not|(?:^|please |pls |just )(?:do not|don['’]?t)|no)\s+` +
    `(?:to |be |get |have |the |a |an |my |any |it |this |that )*([a-z][^,.!?;]*)`,
  "iu",
);
const DENIALS = [HAN, HAN_NO_MORE, LATIN];
const LOOKED_AT_CHARS = 200;

export function findDenial(text: string): Denial | null {
  const asked = text.slice(0, LOOKED_AT_CHARS);
  for (const pattern of DENIALS) {
    const found = pattern.exec(asked);
    if (found?.[1] === undefined) continue;
    const rest = `${asked.slice(0, found.index)} ${asked.slice(found.index + found[0].length)}`;
    return { denied: found[1], rest: rest.trim() };
  }
  return null;
}

type Asking = { toKey(text: string): string; readonly match: ClassMatcher["match"] };

/** What is left beside a denial and is shorter says nothing of its own: "I", "my order". */
const REST_MIN_WORDS = 3;
/** As sure as this the rest speaks for itself: "I don't need it any more, cancel my order". */
const REST_MIN_SCORE = 0.45;

/** Tells whether a text denies just what its best match does: the phrasing wishes for it, and nothing else in the text does. */
export function createDenialCheck({ toKey, match: matchText }: Asking) {
  return (text: string, match: ClassMatch): boolean => {
    const [first] = match.candidates;
    if (first === undefined || match.basis === "phrasing") return false;
    const denial = findDenial(text);
    if (denial === null) return false;
    const { example } = match.explain(first.id);
    if (findDenial(example) !== null || !isNamed(listWords(toKey(denial.denied)), toKey(example)))
      return false;
    if (listWords(toKey(denial.rest)).length < REST_MIN_WORDS) return true;
    const [other] = matchText(denial.rest).candidates;
    return other?.id !== first.id || other.score < REST_MIN_SCORE;
  };
}

/** The first word of what is denied, of Han the first two characters. */
function isNamed(denied: readonly string[], example: string): boolean {
  const words = new Set(listWords(example).map(toToken));
  const [first = "", second = ""] = denied;
  if (!isHan(first)) return words.has(toToken(first));
  return words.has(first) && (!isHan(second) || second === "了" || words.has(second));
}
