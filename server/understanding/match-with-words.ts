import { createRephraser, NO_WORDS, type Rephraser, type WordGroups } from "./create-rephraser.ts";
import type { Wording } from "./create-wording.ts";
import { createDenialCheck } from "./find-denial.ts";
import type { ClassMatch, ClassMatcher } from "./match-classes.ts";
import { createRespeller } from "./respell.ts";
import { classOf, ELSEWHERE_OWNER, type RowTable } from "./row-table.ts";
import { withoutGluedOpening, withoutOpening } from "./without-opening.ts";

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
  /** Of each class, by its index. */
  readonly ids: readonly string[];
  isRow(key: string): boolean;
};

/** From here on a likeness may be taken without asking, by matchers that nobody has tuned. */
const CLEAR_MIN = 0.45;
/** A second candidate above this part of the first makes the choice the customer's. */
const RIVAL_SHARE = 0.75;

/**
 * Matches a question as it was put, and as it is put in words that the model knows, in whatever order these come.
 *
 * M1. A phrasing of one class that says just that decides; phrasings of several classes leave the choice to the customer.
 * M2. Else the surest way answers, so that synonyms can only add: what is sure without them stays sure.
 * M3. Except where an author refused one of the ways: then the class that was refused cannot answer by any other.
 * M4. What a question opens with ("请问", "by the way") says nothing: it is asked without as well. What is left and is a phrasing decides.
 * M5. What is not clear is asked without words that only may be an opening, and as it would be spelled rightly. The surest way answers.
 * M6. A wish that is denied is not the wish: it may be asked back, never acted on.
 */
export function matchWithWords({ matchKey, wording, table, ids, isRow }: Parts): ClassMatcher["match"] {
  const rephrasers = new WeakMap<WordGroups, Rephraser>();
  const findRephraser = (words: WordGroups): Rephraser => {
    const rephraser = rephrasers.get(words) ?? createRephraser(words, wording, table);
    rephrasers.set(words, rephraser);
    return rephraser;
  };
  const refused = indexRefused(table, ids);
  const matchPut: ClassMatcher["match"] = (text, isServed, words = NO_WORDS) => {
    const key = wording.toKey(text);
    if (words.length === 0 || isRow(key)) return matchKey(key, { isServed });
    const { others, newTerms } = findRephraser(words)(key);
    const asked = { isServed, newTerms };
    if (others.length === 0) return matchKey(key, asked);
    const matchOthers = (given: Asked) =>
      others.map((other) => explainAlso(matchKey(other.key, given), other.because));
    const ways = matchOthers(asked);
    const deciding = ways.filter(({ basis, candidates }) => basis === "phrasing" && candidates.length === 1);
    if (deciding.length > 0) return joinPhrasings(deciding);
    const closed = new Set(others.flatMap((other) => refused.get(other.key) ?? []));
    if (closed.size === 0) return ways.reduce(pickSurer, matchKey(key, asked));
    const open = { newTerms, isServed: (id: string) => !closed.has(id) && (isServed?.(id) ?? true) };
    return matchOthers(open).reduce(pickSurer, matchKey(key, open));
  };
  const respell = createRespeller(table);
  const matchOpened: ClassMatcher["match"] = (text, isServed, words) => {
    const asked = withoutOpening(text);
    if (asked === text || isRow(wording.toKey(text))) return matchPut(text, isServed, words);
    const match = matchPut(asked, isServed, words);
    return isRow(wording.toKey(asked)) ? match : pickSurer(match, matchPut(text, isServed, words));
  };
  const matchTyped: ClassMatcher["match"] = (text, isServed, words) => {
    const match = matchOpened(text, isServed, words);
    if (match.basis === "phrasing" || toSureness(match) > 1) return match;
    const asked = new Set([text, withoutOpening(text)].map(wording.toKey));
    const bare = wording.toKey(withoutGluedOpening(text));
    const ways = [...new Set([bare, wording.toKey(respell(bare))])].filter((way) => !asked.has(way));
    const exact = ways.find(isRow);
    if (exact !== undefined) return matchPut(exact, isServed, words);
    return ways.map((way) => matchPut(way, isServed, words)).reduce(pickSurer, match);
  };
  const isDenied = createDenialCheck(wording.toKey);
  return (text, isServed, words) => {
    const match = matchTyped(text, isServed, words);
    const isOnly = isDenied(text, match, (rest) => matchTyped(rest, isServed, words));
    return isOnly ? { ...match, basis: "vague" } : match;
  };
}

/** Which classes are not meant by a text, as their authors said. */
function indexRefused({ keys, owners }: RowTable, ids: readonly string[]) {
  const refused = new Map<string, string[]>();
  for (const [row, key] of keys.entries()) {
    const owner = owners[row] ?? ELSEWHERE_OWNER;
    if (owner >= ELSEWHERE_OWNER) continue;
    const id = ids[classOf(owner)] ?? "";
    const known = refused.get(key);
    if (known === undefined) refused.set(key, [id]);
    else known.push(id);
  }
  return refused;
}

/** Each is of one class. */
function joinPhrasings(matches: readonly ClassMatch[]): ClassMatch {
  const matchOf = new Map<string, ClassMatch>();
  for (const match of matches)
    for (const { id } of match.candidates) if (!matchOf.has(id)) matchOf.set(id, match);
  const score = Math.round(1_000 / matchOf.size) / 1_000;
  return {
    basis: "phrasing",
    candidates: [...matchOf.keys()].map((id) => ({ id, score })),
    explain: (id) => matchOf.get(id)?.explain(id) ?? { terms: [], example: "" },
  };
}

function pickSurer(best: ClassMatch, other: ClassMatch): ClassMatch {
  return toSureness(other) > toSureness(best) ? other : best;
}

/** Only of a likeness the score says how likely it is meant: one to act on comes before whatever has to be asked. */
function toSureness({ basis, candidates: [first, second] }: ClassMatch): number {
  const score = first?.score ?? 0;
  const isClear = basis === "likeness" && score >= CLEAR_MIN && (second?.score ?? 0) <= RIVAL_SHARE * score;
  return isClear ? 1 + score : score;
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
