import { extractTerms, toPlainText } from "./extract-terms.ts";
import type { FoundSynonym, SynonymFinder } from "./synonym-finder.ts";

/** What is looked for: terms that stand for themselves, and words of which any of several ways of saying them will do. */
export type WantedTerms = {
  readonly terms: readonly string[];
  readonly words: readonly WantedWord[];
};

/** Terms of one word: as it was asked, and as else it may be called. */
export type WantedWord = {
  readonly asked: readonly string[];
  readonly others: readonly (readonly string[])[];
};

const WORDS_MAX = 8;

/** Without synonyms in the question these are its terms and nothing else. */
export function toWantedTerms(question: string, findSynonyms: SynonymFinder): WantedTerms {
  const plain = toPlainText(question);
  const found = findSynonyms(plain).slice(0, WORDS_MAX);
  if (found.length === 0) return { terms: unique(extractTerms(question)), words: [] };
  const terms = unique(extractTerms(write(plain, found, () => " ")));
  const known = new Set(terms);
  // Pairs of characters that reach over a word's edge belong to the word: said otherwise, they are others.
  const toOwn = (word: FoundSynonym, text: string): readonly string[] =>
    unique(extractTerms(write(plain, found, (one) => (one === word ? text : " ")))).filter(
      (term) => !known.has(term),
    );
  const words = found.map((word) => ({
    asked: toOwn(word, plain.slice(word.from, word.to)),
    others: word.others.map((other) => toOwn(word, other)),
  }));
  return { terms, words };
}

/** A question with all that its words may be called as well, for who compares words only. */
export function addSynonyms(question: string, findSynonyms: SynonymFinder): string {
  const others = findSynonyms(toPlainText(question)).flatMap((word) => word.others);
  return others.length === 0 ? question : `${question} ${others.join(" ")}`;
}

function write(
  plain: string,
  found: readonly FoundSynonym[],
  toText: (word: FoundSynonym) => string,
): string {
  let text = "";
  let from = 0;
  for (const word of found) {
    text += plain.slice(from, word.from) + toText(word);
    from = word.to;
  }
  return text + plain.slice(from);
}

const unique = (terms: readonly string[]): readonly string[] => [...new Set(terms)];
