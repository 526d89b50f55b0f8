/*
 * Finds personal data in free text: mobile and landline numbers, identity cards, bank cards, e-mail addresses, number plates.
 * Digits may be full-width, Chinese, or broken up by single spaces and dashes. Names and free addresses are not found.
 */

export type PersonalDatum = {
  readonly type: "id-card" | "bank-card" | "mobile" | "landline" | "email" | "plate";
  /** Place in the text as it was given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

const MASK = "*";

const HAN_DIGITS = "〇一二三四五六七八九";
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u;

/** Text with every digit in one form, and where each of its characters stood. */
type Flat = { readonly text: string; readonly places: readonly number[] };

const KINDS: readonly {
  readonly type: PersonalDatum["type"];
  readonly pattern: RegExp;
  isOne(found: string): boolean;
}[] = [
  {
    type: "email",
    pattern: /[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/giu,
    isOne: () => true,
  },
  { type: "id-card", pattern: /(?<![\da-z])\d(?:[ -]?\d){16}[ -]?[\dx](?![\da-z])/giu, isOne: isIdCard },
  { type: "bank-card", pattern: /(?<![\da-z])\d(?:[ -]?\d){12,18}(?![\da-z])/giu, isOne: isBankCard },
  {
    type: "mobile",
    pattern: /(?<![\da-z])(?:\+?86[ -]?)?1[ -]?[3-9](?:[ -]?\d){9}(?![\da-z])/giu,
    isOne: () => true,
  },
  { type: "landline", pattern: /(?<![\da-z])0\d{2,3}[ -]?[2-9]\d{6,7}(?![\da-z])/giu, isOne: () => true },
  {
    type: "plate",
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Z0-9])/giu,
    isOne: (found) => /\d/u.test(found),
  },
];

/** What of a text is personal data, in its order; nothing overlaps. */
export function findPersonalDatums(text: string): readonly PersonalDatum[] {
  const flat = flatten(text);
  const found: PersonalDatum[] = [];
  for (const { type, pattern, isOne } of KINDS) {
    for (const match of flat.text.matchAll(pattern)) {
      const start = flat.places[match.index] ?? 0;
      const end = flat.places[match.index + match[0].length] ?? text.length;
      const isFree = found.every((other) => end <= other.start || start >= other.end);
      if (isFree && isOne(match[0])) found.push({ type, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with the middle of each number and address hidden: 13*******78. */
export function maskPersonalData(text: string): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findPersonalDatums(text)) {
    masked += text.slice(from, start) + hideMiddle(text.slice(start, end));
    from = end;
  }
  return masked + text.slice(from);
}

function hideMiddle(value: string): string {
  const letters = Array.from(value);
  const ends = letters.length >= 7 ? 2 : 1;
  return letters.map((letter, at) => (at < ends || at >= letters.length - ends ? letter : MASK)).join("");
}

function flatten(text: string): Flat {
  let flat = "";
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (!INVISIBLE.test(char)) {
      const plain = toDigit(char) ?? char.normalize("NFKC");
      flat += plain;
      for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    }
    at += char.length;
  }
  places.push(text.length);
  return { text: flat, places };
}

function toDigit(char: string): string | null {
  if (char === "零") return "0";
  if (char === "幺") return "1";
  const digit = HAN_DIGITS.indexOf(char);
  return digit < 0 ? null : String(digit);
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(
    " ",
  ),
);

/** GB 11643-1999: province, a real date of birth, and the check character of ISO 7064 MOD 11-2. */
function isIdCard(found: string): boolean {
  const id = found.replace(/[ -]/gu, "").toUpperCase();
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isDate =
    born.getUTCFullYear() === year && born.getUTCMonth() + 1 === month && born.getUTCDate() === day;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return PROVINCES.has(id.slice(0, 2)) && isDate && (year ?? 0) >= 1900 && ID_CHECKS[sum % 11] === id[17];
}

/** Luhn's check and the first digits of the card schemes; Luhn alone takes every tenth order number for a card. */
function isBankCard(found: string): boolean {
  const digits = found.replace(/[ -]/gu, "");
  const isScheme = digits.startsWith("62")
    ? digits.length >= 16
    : /^(?:4|5[1-5]|3[47]|35)/u.test(digits) && digits.length <= 16;
  if (!isScheme) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
