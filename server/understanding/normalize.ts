import { toSimplified } from "./to-simplified.ts";

/** Longer text is cut: a customer's question is never this long, and a pasted book must not hold the server. */
const TEXT_MAX_CHARS = 2_000;

const INVISIBLE = /[\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{M}\p{N}']+/gu;
const LOOSE_APOSTROPHES = /(?<![\p{L}\p{N}])'+|'+(?![\p{L}\p{N}])/gu;
const SPACE_BESIDE_HAN = /(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu;

/**
 * Brings every way of writing the same words to one form: full-width, case, accents, traditional characters,
 * punctuation, emoji and spaces. Applying it twice changes nothing; text without a letter or number becomes "".
 */
export function normalizeText(text: string): string {
  const plain = text.slice(0, TEXT_MAX_CHARS).normalize("NFKC").toLowerCase().normalize("NFKD");
  const letters = plain.replace(INVISIBLE, "").replace(ACCENTS, "").normalize("NFKC");
  const words = toSimplified(letters)
    .replace(APOSTROPHES, "'")
    .replace(NEITHER_LETTER_NOR_NUMBER, " ")
    .replace(LOOSE_APOSTROPHES, " ")
    .replace(/ +/g, " ");
  return words.replace(SPACE_BESIDE_HAN, "").trim();
}
