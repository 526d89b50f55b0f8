import { toPlainText } from "./extract-terms.ts";

/** A word of a text that is in the dictionary, at its place in the plain text. */
export type FoundSynonym = {
  readonly from: number;
  readonly to: number;
  /** What else it may be called; nothing for a term, which is known as a whole. */
  readonly others: readonly string[];
};

export type SynonymFinder = (plain: string) => readonly FoundSynonym[];

const OTHERS_MAX = 12;
const LATIN = /^[a-z0-9' ]+$/;
const LETTER = /[a-z0-9']/;

const made = new WeakMap<readonly (readonly string[])[], SynonymFinder>();

/** The finder of these very groups, made once: a base keeps its groups until they change. */
export function getSynonymFinder(groups: readonly (readonly string[])[]): SynonymFinder {
  const known = made.get(groups) ?? createSynonymFinder(groups);
  made.set(groups, known);
  return known;
}

/**
 * Finds words of groups that mean the same, and terms (groups of one), from left to right, the longest first. English counts as whole words (a plural s may
 * follow), Han anywhere. Looked up and never searched for: the number of groups costs nothing.
 */
export function createSynonymFinder(groups: readonly (readonly string[])[]): SynonymFinder {
  const othersOf = new Map<string, Set<string>>();
  let charsMax = 0;
  for (const group of groups) {
    const words = [...new Set(group.map((word) => toPlainText(word).trim()).filter((word) => word !== ""))];
    for (const word of words) {
      const others = othersOf.get(word) ?? new Set<string>();
      for (const other of words) if (other !== word) others.add(other);
      othersOf.set(word, others);
      charsMax = Math.max(charsMax, word.length);
    }
  }
  if (othersOf.size === 0) return () => [];
  return (plain) => {
    const found: FoundSynonym[] = [];
    for (let from = 0; from < plain.length; from += 1) {
      const one = findAt(plain, from, { othersOf, charsMax });
      if (one === null) continue;
      found.push(one);
      from = one.to - 1;
    }
    return found;
  };
}

type Words = { readonly othersOf: ReadonlyMap<string, ReadonlySet<string>>; readonly charsMax: number };

function findAt(plain: string, from: number, { othersOf, charsMax }: Words): FoundSynonym | null {
  for (let length = Math.min(charsMax, plain.length - from); length > 0; length -= 1) {
    const word = plain.slice(from, from + length);
    const others = othersOf.get(word);
    if (others === undefined) continue;
    const to = LATIN.test(word) ? findWordEnd(plain, from, from + length) : from + length;
    if (to !== null) return { from, to, others: [...others].slice(0, OTHERS_MAX) };
  }
  return null;
}

/** Null when it is only a part of a longer word. */
function findWordEnd(plain: string, from: number, to: number): number | null {
  if (LETTER.test(plain[from - 1] ?? "")) return null;
  const [ending = ""] = /^(?:'s|s|es)?/.exec(plain.slice(to, to + 2)) ?? [];
  for (const end of [to + ending.length, to]) if (!LETTER.test(plain[end] ?? "")) return end;
  return null;
}
