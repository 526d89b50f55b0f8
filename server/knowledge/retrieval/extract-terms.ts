import { stemWord } from "#server/understanding/stem-word.ts";
import { toSimplified } from "#server/understanding/to-simplified.ts";
import { isHanFunctionWord, isLatinFunctionWord } from "./function-words.ts";

/*
 * What a passage or a question is looked up by: Han characters alone and in pairs, stems of other words, numbers, and part or
 * order numbers as they are written. Both sides pass through here, so they meet in one form. Words of a dictionary in place of
 * characters, or besides them, found less (on one half of CMRC2018 and XQuAD, kept apart for choosing).
 */

const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const HAN_RUN = /^\p{Script=Han}+$/u;
const LONE_HAN = /^\p{Script=Han}$/u;
const LONE_HAN_WEIGHT = 0.5;
/** A code (`wc-2026/11.02`), a run of Han, another word, or a number with its inner points. */
const TOKEN =
  /(?=[a-z0-9./_-]*\d)(?=[a-z0-9./_-]*[a-z])[a-z0-9]+(?:[-_/.][a-z0-9]+)*|\d+(?:[-_/.]\d+)+|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)*|\p{N}+/gu;
const CODE_MARK = "#";
const SEPARATORS = /[-_/.]/g;
const CODE = /^(?=.*\d)(?:(?=.*[a-z])|.*[-_/])/;

/** Terms of a text in their order, the same one as often as it occurs; what has the form of a code is also found without its separators. */
export function extractTerms(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [token] of toPlainText(text).matchAll(TOKEN)) {
    if (HAN_RUN.test(token)) addHan(token, terms);
    else if (CODE.test(token)) addCode(token, terms);
    else if (!isLatinFunctionWord(token)) terms.push(stemWord(token));
  }
  return terms;
}

/** Part and order numbers of a text, in the one form in which they are compared. */
export function extractCodes(text: string): ReadonlySet<string> {
  return new Set(extractTerms(text).filter((term) => term.startsWith(CODE_MARK)));
}

/** A single character says half of what a pair, a word or a code says. */
export function toTermWeight(term: string): number {
  return LONE_HAN.test(term) ? LONE_HAN_WEIGHT : 1;
}

/** The form in which texts are compared; a plain text stays as it is. */
export function toPlainText(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFKD").replace(ACCENTS, "").normalize("NFKC");
  return toSimplified(plain).replace(APOSTROPHES, "'");
}

function addHan(run: string, terms: string[]): void {
  let previous = "";
  for (const char of run) {
    if (!isHanFunctionWord(char)) terms.push(char);
    if (previous !== "" && !isHanFunctionWord(previous + char)) terms.push(previous + char);
    previous = char;
  }
}

function addCode(code: string, terms: string[]): void {
  terms.push(`${CODE_MARK}${code.replace(SEPARATORS, "")}`);
  for (const part of code.split(SEPARATORS)) if (part !== "" && part !== code) terms.push(stemWord(part));
}
