import type { Locale } from "../../../../flows/kernel/text.ts";

export type GlossaryRule = {
  readonly locale: Locale;
  readonly preferred: string;
  readonly forbidden: readonly string[];
};

export type ForbiddenWord = { readonly found: string; readonly preferred: string };

/**
 * Words of a text that its language's glossary forbids, each once. A word that stands inside a preferred one is none: where 退换货 is
 * preferred, its 换货 is right. Latin words are whole words in any case.
 */
export function findForbiddenWords(
  text: string,
  locale: Locale,
  rules: readonly GlossaryRule[],
): readonly ForbiddenWord[] {
  const own = rules.filter((rule) => rule.locale === locale);
  const plain = text.normalize("NFKC").toLowerCase();
  const rest = own.reduce((left, { preferred }) => blank(left, toPlain(preferred)), plain);
  return own.flatMap(({ preferred, forbidden }) =>
    forbidden.filter((word) => hasWord(rest, toPlain(word))).map((found) => ({ found, preferred })),
  );
}

const toPlain = (word: string) => word.normalize("NFKC").toLowerCase().trim();

/** A blank of the same length keeps what stood around the word from growing together. */
function blank(text: string, word: string): string {
  return word === "" ? text : text.replaceAll(word, " ".repeat(word.length));
}

const WORD_CHAR = /[\p{Script=Latin}\p{N}]/u;

function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = !(
      isJoined(text[at - 1], word[0]) || isJoined(text[at + word.length], word[word.length - 1])
    );
    if (isWhole) return true;
  }
  return false;
}

const isJoined = (outside: string | undefined, inside: string | undefined): boolean =>
  outside !== undefined && inside !== undefined && WORD_CHAR.test(outside) && WORD_CHAR.test(inside);
