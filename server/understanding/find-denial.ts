import { isHan, listWords, toToken } from "./extract-features.ts";
import type { ClassMatch } from "./match-classes.ts";

/** A wish that is denied: "I don't want to cancel my order" has `cancel` in its way, whatever else it shares with "cancel my order". */
export type Denial = {
  /** What is not wanted, from the word behind the denial to the next pause. */
  readonly denied: string;
  /** What else the text says. */
  readonly rest: string;
};

/** Where a wish begins: 能不能, 是不是要, 有没有, 特别 and 退货不用付运费 deny none. */
const HAN_START = String.raw`(?<=^|[，,。.、!！?？;；\s]|我|我们|请|就|那|又|现在|已经|暂时|千万)`;
const HAN = new RegExp(
  `${HAN_START}(?:不(?:再)?想(?:再)?(?:要)?|不打算(?:再)?|不要(?:再)?|不用(?:再)?|不(?:再)?需要(?:再)?|不必(?:再)?|无需|先不|没(?:有)?(?:想|打算)(?:过)?(?:要)?|没(?:有)?要(?!求)|不是(?:想)?要|别(?:再)?)` +
    String.raw`(?:给我|帮我|替我|把|去|我的|我)*([\p{Script=Han}][^，,。.、!！?？;；\s]*)`,
  "u",
);
/** 不退了: what was begun is not wanted any more. Other verbs tell of what is broken: 空调不制冷了. */
const HAN_NO_MORE =
  /不(?=取消|退|换|买|订|改|修改|申请|投诉|注销|预约)([\p{Script=Han}]{1,6}?)了(?=$|[，,。.、!！;；\s吧啊哦])/u;
/** 不用预约吗, 不想要了怎么退, 不用身份证能入住吗: who asks denies nothing. */
const HAN_QUESTION = /[吗么嘛吧？?哪]|怎|多久|多少|几|为何|可以|能/u;
const LATIN = new RegExp(
  String.raw`(?:\b(?:(?:do|did|does|would)(?:n['’]?t| not)|never|no longer)\s+(?:really |actually |even |any ?more )?(?:want(?:ed)?|wish|mean|meant|plan|planning|intend)\s+(?:you |anyone |anybody |us )?to\s+(?!be\b)|\b(?:do|does|did)(?:n['’]?t| not) (?:really )?need\s+(?:to\s+)?|\bno (?:longer )?need (?:to|for)\s+|(?:^|\bplease |\bpls |\bjust )(?:do not|don['’]?t)\s+(?=cancel|return|refund|exchange|send|ship|change|charge|close|delete))` +
    String.raw`(?:get |have |the |a |an |my |any |it |this |that )*([a-z](?:(?!any ?more\b)[^,.!?;])*)`,
  "iu",
);
const LATIN_QUESTION = /\b(?:how|why|what|when|where|which|can i|can we|could i)\b/iu;
const DENIALS = [HAN, HAN_NO_MORE, LATIN];
const LOOKED_AT_CHARS = 200;

export function findDenial(text: string): Denial | null {
  const asked = text.slice(0, LOOKED_AT_CHARS);
  for (const pattern of DENIALS) {
    const found = pattern.exec(asked);
    if (found?.[1] === undefined) continue;
    if (isAsked(found[0], asked.slice(found.index + found[0].length))) continue;
    const rest = `${asked.slice(0, found.index)} ${asked.slice(found.index + found[0].length)}`;
    return { denied: found[1], rest: rest.trim() };
  }
  return null;
}

/** Told of a denial and of what follows it. */
function isAsked(denial: string, following: string): boolean {
  return HAN_QUESTION.test(denial) || LATIN_QUESTION.test(denial) || /^\s*[?？]/u.test(following);
}

/** What is left beside a denial and is shorter says nothing of its own: "I", "my order". */
const REST_MIN_WORDS = 3;
/** As sure as this the rest speaks for itself: "I don't need it any more, cancel my order". */
const REST_MIN_SCORE = 0.45;

/** Tells whether a text denies just what its best match does: the phrasing wishes for it, and nothing else in the text does. */
export function createDenialCheck(toKey: (text: string) => string) {
  return (text: string, match: ClassMatch, matchRest: (rest: string) => ClassMatch): boolean => {
    const [first] = match.candidates;
    if (first === undefined || match.basis === "phrasing") return false;
    const denial = findDenial(text);
    if (denial === null) return false;
    const { example } = match.explain(first.id);
    if (findDenial(example) !== null || !isNamed(listWords(toKey(denial.denied)), toKey(example)))
      return false;
    if (listWords(toKey(denial.rest)).length < REST_MIN_WORDS) return true;
    const [other] = matchRest(denial.rest).candidates;
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
