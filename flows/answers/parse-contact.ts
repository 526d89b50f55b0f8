import { toPlain } from "./normalise.ts";

const MESSAGE_MAX_CHARS = 200;

const EMAIL =
  /(?<![\w.+-])[a-z0-9_%+-](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![\w-])/iu;

const HAN_DIGITS: { readonly [char: string]: string } = {
  零: "0",
  〇: "0",
  一: "1",
  幺: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};

/** Mobile, 400/800 and landline numbers of the mainland, without the country code. */
const CN_NUMBER = /^(?:1[3-9]\d{9}|[48]00\d{7}|0\d{2,3}\d{7,8})$/u;

/** The e-mail address in a message; the domain in lower case, as it makes no difference. */
export function parseEmail(text: string): string | null {
  const found = EMAIL.exec(toPlain(text).slice(0, MESSAGE_MAX_CHARS))?.[0];
  if (found === undefined || found.includes("..")) return null;
  const at = found.lastIndexOf("@");
  return found.slice(0, at) + found.slice(at).toLowerCase();
}

/**
 * The phone number in a message, digits only: `138 0013 8000`, `+86 138-0013-8000`, `一三八零零一三八零零零`. Numbers of other countries
 * keep their `+`; they are refused when `region` is `cn`.
 */
export function parsePhone(text: string, region: "cn" | "international"): string | null {
  const plain = toPlain(text)
    .slice(0, MESSAGE_MAX_CHARS)
    .replace(/[零〇一幺二三四五六七八九]/gu, (char) => HAN_DIGITS[char] ?? char);
  const candidates = plain.match(/(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){5,18}/gu) ?? [];
  const numbers = candidates.flatMap((candidate) => toPhone(candidate, region) ?? []);
  // Two numbers in one message: which one to call is not ours to guess.
  return new Set(numbers).size === 1 ? (numbers[0] ?? null) : null;
}

function toPhone(candidate: string, region: "cn" | "international"): string | null {
  const digits = candidate.replace(/\D/gu, "");
  const isForeignForm = candidate.trimStart().startsWith("+") || digits.startsWith("00");
  const national = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$|[48]00\d{7}$|\d{9,11}$)/u, "");
  const isMainland = national !== digits || !isForeignForm;
  if (isMainland && CN_NUMBER.test(national)) return national;
  if (isForeignForm && isMainland && CN_NUMBER.test(`0${national}`)) return `0${national}`;
  if (region === "cn") return null;
  if (isForeignForm) {
    const foreign = digits.replace(/^00/u, "");
    return /^[1-9]\d{6,14}$/u.test(foreign) ? `+${foreign}` : null;
  }
  // Without a country code a number that begins with 1 is a mobile of the mainland with a slip in it.
  return /^[02-9]\d{6,14}$/u.test(digits) ? digits : null;
}
