import { compilePattern } from "../kernel/pattern.ts";
import { normalise } from "./normalise.ts";

/** Words and patterns of the linear-time engine that stand for one thing; with one of `except` in the message it is not meant. */
export type WordGroup = {
  readonly words: readonly string[];
  readonly patterns: readonly string[];
  readonly match: "contains" | "whole" | "starts";
  readonly except: readonly string[];
};

type Word = { readonly written: string; readonly plain: string };

type PlainGroup = { readonly words: readonly Word[]; readonly except: readonly string[] };

/** Normal forms by the config that a published version shares: ten thousand words a message would take longer than the match. */
const plainGroups = new WeakMap<WordGroup, PlainGroup>();

/** The first word or pattern of the group that `said` (in normal form) holds; null when it holds none, or one that the group excludes. */
export function findKeyword(said: string, group: WordGroup): string | null {
  const { words, except } = getPlainGroup(group);
  if (except.some((word) => isHeld(said, word, "contains"))) return null;
  const word = words.find(({ plain }) => isHeld(said, plain, group.match));
  if (word !== undefined) return word.written;
  for (const source of group.patterns) {
    const found = compilePattern(source)?.find(said)?.[0];
    if (found) return found;
  }
  return null;
}

function getPlainGroup(group: WordGroup): PlainGroup {
  const known = plainGroups.get(group);
  if (known) return known;
  const words = group.words.map((written) => ({ written, plain: normalise(written) }));
  const made = { words, except: group.except.map(normalise) };
  plainGroups.set(group, made);
  return made;
}

function isHeld(said: string, word: string, match: WordGroup["match"]): boolean {
  if (word === "") return false;
  if (match === "whole") return said === word;
  if (match === "starts") return said.startsWith(word) && endsWell(said, word, 0);
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
    if (endsWell(said, word, at)) return true;
  }
  return false;
}

/** Latin words and numbers must stand alone: `hi` is not in `this`, nor `12` in `2012`. Chinese has no such borders. */
function endsWell(said: string, word: string, at: number): boolean {
  const before = said[at - 1] ?? "";
  const after = said[at + word.length] ?? "";
  return !(isLatin(word[0] ?? "") && isLatin(before)) && !(isLatin(word.at(-1) ?? "") && isLatin(after));
}

function isLatin(char: string): boolean {
  return /[\p{Script=Latin}\p{Nd}]/u.test(char);
}
