import { createRephraser, NO_WORDS, type Rephraser, type WordGroups } from "./create-rephraser.ts";
import type { Wording } from "./create-wording.ts";
import type { ClassMatch, ClassMatcher } from "./match-classes.ts";
import type { RowTable } from "./row-table.ts";

export type Asked = {
  readonly isServed?: ((id: string) => boolean) | undefined;
  /** Terms in the text that no row has. */
  readonly newTerms?: readonly string[];
};

export type MatchKey = (key: string, asked: Asked) => ClassMatch;

type Parts = {
  readonly matchKey: MatchKey;
  readonly wording: Wording;
  readonly table: RowTable;
  isRow(key: string): boolean;
};

/**
 * Matches a question as it was put, and as it is put in words that the model knows. A row that says just that decides; else the
 * surest does, so that synonyms can only add: what is sure without them stays sure.
 */
export function matchWithWords({ matchKey, wording, table, isRow }: Parts): ClassMatcher["match"] {
  const rephrasers = new WeakMap<WordGroups, Rephraser>();
  const findRephraser = (words: WordGroups): Rephraser => {
    const rephraser = rephrasers.get(words) ?? createRephraser(words, wording, table);
    rephrasers.set(words, rephraser);
    return rephraser;
  };
  return (text, isServed, words = NO_WORDS) => {
    const key = wording.toKey(text);
    if (words.length === 0 || isRow(key)) return matchKey(key, { isServed });
    const { others, newTerms } = findRephraser(words)(key);
    const asked = { isServed, newTerms };
    const matchOther = (other: (typeof others)[number]) =>
      explainAlso(matchKey(other.key, asked), other.because);
    const row = others.find((other) => isRow(other.key));
    if (row !== undefined) return matchOther(row);
    return others.map(matchOther).reduce(pickSurer, matchKey(key, asked));
  };
}

function pickSurer(best: ClassMatch, other: ClassMatch): ClassMatch {
  return (other.candidates[0]?.score ?? 0) > (best.candidates[0]?.score ?? 0) ? other : best;
}

/** Before the words that a text shares with an example: why they are its words. */
function explainAlso(match: ClassMatch, because: readonly string[]): ClassMatch {
  return {
    ...match,
    explain: (id) => {
      const { terms, example } = match.explain(id);
      return { terms: [...because, ...terms], example };
    },
  };
}
