import { extractFeatures, type TextFeatures } from "./extract-features.ts";
import { createTermLister } from "./list-terms.ts";
import { normalizeText } from "./normalize.ts";
import { readPinyin } from "./read-pinyin.ts";
import { createSynonymReplacer } from "./synonyms.ts";

/** How texts are read, the same way when they are learnt and when they are asked. */
export type Wording = {
  /** Spelling and synonyms brought to one form: texts with the same key say the same. */
  toKey(text: string): string;
  /** `moreTerms`: terms that stand in the text, beside those of the groups. */
  toFeatures(key: string, moreTerms?: readonly string[]): TextFeatures;
};

/**
 * `groups`: words that mean the same, the preferred one first; a group of one is a term of the dictionary. With `hasCodes`,
 * short numbers are features of their own.
 */
export function createWording(groups: readonly (readonly string[])[], hasCodes = false): Wording {
  const replaceSynonyms = createSynonymReplacer(groups);
  const listTerms = createTermLister(groups);
  return {
    toKey: (text) => replaceSynonyms(readPinyin(normalizeText(text))),
    toFeatures: (key, moreTerms = []) =>
      extractFeatures(key, { terms: [...listTerms(key), ...moreTerms], hasCodes }),
  };
}
