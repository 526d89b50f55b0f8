import { toPlain } from "./normalise.ts";

const DIGITS: { readonly [char: string]: number } = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
/** Largest first: what stands before one is a number of its own (`三千万`). */
const BIG_UNITS: readonly (readonly [chars: string, factor: number])[] = [
  ["亿億", 100_000_000],
  ["万萬", 10_000],
];

const DIGIT = "[一壹二贰两兩三叁四肆五伍六陆七柒八捌九玖]";
const ZERO = "[零〇]";
/** Up to 9,999: 两千零五十, 一百二, 十五. */
const SECTION = new RegExp(
  `^(?:(?<thousands>${DIGIT})[千仟])?(?:${ZERO}?(?<hundreds>${DIGIT})[百佰])?(?:${ZERO}?(?<ten>(?<tens>${DIGIT})?[十拾]))?(?<zero>${ZERO})?(?<ones>${DIGIT})?$`,
  "u",
);

const FACTORS: { readonly [unit: string]: number } = {
  "": 1,
  k: 1_000,
  千: 1_000,
  万: 10_000,
  亿: 100_000_000,
};

const HAN_NUMBER =
  "[零〇一壹二贰两兩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]{1,20}(?:点[零〇一二三四五六七八九]{1,10})?";
const LEAD =
  "(?:我)?(?:想|要|想要|需要|买|买了|订|订了|拍了|退|一共|总共|共|大概|大约|约|差不多|是|就|有|第)*";
/** What is counted; without such a list `一般` would be 1. */
const UNIT =
  "(?:个|件|双|块|元|张|份|次|人|年|月|天|岁|斤|公斤|千克|条|台|只|支|本|箱|瓶|包|袋|套|盒|位|号|项|种|款|米|厘米|小时|分钟|单|笔|遍|分|毛|折)?";
const HAN_ONLY = new RegExp(`^${LEAD}(-|负)?(${HAN_NUMBER})${UNIT}(?:钱|整|左右|吧|的|了)?$`, "u");
const LATIN_NUMBER =
  /(?<![\p{Script=Latin}\d.])[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?(?:\s*[万千亿kK](?![a-zA-Z]))?/gu;

/** A number's message is short; a longer one is a story that happens to hold a number. */
const MESSAGE_MAX_CHARS = 40;

/**
 * The one number in a message: `３个`, `1,234.50`, `￥99`, `1.5万`, `一百二`, `我要三件`. Null when there is none, or more than one,
 * because guessing which was meant would store a wrong value.
 */
export function parseNumber(text: string): number | null {
  if (text.length > MESSAGE_MAX_CHARS) return null;
  const plain = toPlain(text)
    .replace(/[。.!?~,\s]+$/gu, "")
    .trim();
  if (plain === "") return null;
  const found = [...plain.matchAll(LATIN_NUMBER)];
  if (found.length > 1) return null;
  if (found[0]) return toNumber(found[0][0]);
  const han = HAN_ONLY.exec(plain.replace(/\s+/gu, ""));
  const value = han?.[2] === undefined ? null : parseHanNumber(han[2]);
  return value === null ? null : han?.[1] ? -value : value;
}

/** `两千五` is 2,500 and `二零二六` is 2026; null when the characters make no number. */
export function parseHanNumber(text: string): number | null {
  const [whole = "", decimals] = text.split("点");
  const value = isDigitsOnly(whole) ? toDigits(whole) : parseUnits(whole);
  if (value === null || decimals === undefined) return value;
  const fraction = [...decimals].map((char) => DIGITS[char]);
  return fraction.includes(undefined) ? null : Number(`${value}.${fraction.join("")}`);
}

function toNumber(source: string): number | null {
  const match = /^([-−]?)([\d,]+(?:\.\d+)?)\s*([万千亿kK]?)$/u.exec(source);
  if (!match) return null;
  const [, sign, digits = "", unit = ""] = match;
  const factor = FACTORS[unit.toLowerCase()] ?? 1;
  // 1.1 * 10,000 is 11000.000000000002 in binary.
  const value = Number((Number(digits.replaceAll(",", "")) * factor).toPrecision(15));
  if (!Number.isFinite(value)) return null;
  return sign && value !== 0 ? -value : value;
}

function isDigitsOnly(text: string): boolean {
  return text !== "" && [...text].every((char) => char in DIGITS);
}

function toDigits(text: string): number {
  return Number([...text].map((char) => DIGITS[char]).join(""));
}

function parseUnits(text: string): number | null {
  for (const [chars, factor] of BIG_UNITS) {
    const at = Math.max(...[...chars].map((char) => text.lastIndexOf(char)));
    if (at < 0) continue;
    const head = parseUnits(text.slice(0, at));
    const tail = parseTail(text.slice(at + 1), factor);
    return head === null || head === 0 || tail === null ? null : head * factor + tail;
  }
  return parseSection(text);
}

/** A lone digit after a unit counts its tenths: 一万二 is 12,000. */
function parseTail(text: string, factor: number): number | null {
  const digit = DIGITS[text];
  return digit === undefined ? parseUnits(text) : (digit * factor) / 10;
}

function parseSection(text: string): number | null {
  const groups = SECTION.exec(text)?.groups;
  if (!groups) return null;
  const [thousands, hundreds, ones] = [groups.thousands, groups.hundreds, groups.ones].map(toDigit);
  const tens = groups.ten === undefined ? 0 : groups.tens === undefined ? 1 : toDigit(groups.tens);
  // 一百二 is 120 and 两千五 is 2,500, but 一百零二 is 102.
  const isExact = groups.ten !== undefined || groups.zero !== undefined;
  const lastUnit = isExact ? 1 : hundreds ? 10 : thousands ? 100 : 1;
  return (thousands ?? 0) * 1_000 + (hundreds ?? 0) * 100 + tens * 10 + (ones ?? 0) * lastUnit;
}

function toDigit(char: string | undefined): number {
  return char === undefined ? 0 : (DIGITS[char] ?? 0);
}
