import { toPlain } from "../../answers/normalise.ts";
import { compilePattern } from "../../kernel/pattern.ts";

export type Span = { readonly start: number; readonly end: number; readonly word: string };

type Rules = {
  readonly words: readonly string[];
  readonly patterns?: readonly string[];
  readonly except: readonly string[];
};

/** Between two characters of a word so many others may stand: 违*禁 词 is still 违禁词. */
const FILLERS_MAX = 2;
const FILLER = /^[\p{P}\p{S}\p{Z}\p{Cf}]$/u;
const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

/** Words by their first character, made once for the list that a published version shares. */
const tries = new WeakMap<readonly string[], ReadonlyMap<string, readonly (readonly string[])[]>>();

/**
 * Where listed words stand in a text, also written in full width, other case, or with signs between the characters. What an
 * exception covers does not count. Time grows with the text, not with the list.
 */
export function findBanned(text: string, { words, patterns = [], except }: Rules): readonly Span[] {
  const letters = spell(text);
  const spared = findWords(letters, except);
  const found = [...findWords(letters, words), ...patterns.flatMap((source) => findPattern(text, source))];
  return found
    .filter(({ start, end }) => !spared.some((spare) => spare.start <= start && spare.end >= end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

type Letter = { readonly char: string; readonly start: number; readonly end: number };

function spell(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const raw of text) {
    for (const char of toPlain(raw).toLowerCase()) letters.push({ char, start: at, end: at + raw.length });
    at += raw.length;
  }
  return letters;
}

function findWords(letters: readonly Letter[], words: readonly string[]): readonly Span[] {
  const trie = getTrie(words);
  return letters.flatMap(({ char }, from): readonly Span[] => {
    const candidates = trie.get(char) ?? [];
    for (const word of candidates) {
      const last = follow(letters, from, word);
      if (last === null) continue;
      return [{ start: letters[from]?.start ?? 0, end: letters[last]?.end ?? 0, word: word.join("") }];
    }
    return [];
  });
}

/** Where the word ends that begins here; null when it does not stand here. */
function follow(letters: readonly Letter[], from: number, word: readonly string[]): number | null {
  let at = from;
  for (const wanted of word.slice(1)) {
    let skipped = 0;
    at += 1;
    while (letters[at]?.char !== wanted && skipped < FILLERS_MAX && FILLER.test(letters[at]?.char ?? "")) {
      at += 1;
      skipped += 1;
    }
    if (letters[at]?.char !== wanted) return null;
  }
  return endsWell(letters, { from, last: at, word }) ? at : null;
}

type Place = { readonly from: number; readonly last: number; readonly word: readonly string[] };

/** Latin words and numbers stand alone: a listed `ass` is not in `class`. */
function endsWell(letters: readonly Letter[], { from, last, word }: Place): boolean {
  const touches = (own: string | undefined, other: string | undefined) =>
    LATIN.test(own ?? "") && LATIN.test(other ?? "");
  return !touches(word[0], letters[from - 1]?.char) && !touches(word.at(-1), letters[last + 1]?.char);
}

function findPattern(text: string, source: string): readonly Span[] {
  const pattern = compilePattern(source);
  const spans: Span[] = [];
  let from = 0;
  while (pattern && from < text.length) {
    const found = pattern.find(text.slice(from))?.[0];
    if (!found) break;
    const start = text.indexOf(found, from);
    spans.push({ start, end: start + found.length, word: found });
    from = start + found.length;
  }
  return spans;
}

/** Longest first, so that of two words with one beginning the longer is hidden. */
function getTrie(words: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = tries.get(words);
  if (known) return known;
  const byFirst = new Map<string, string[][]>();
  for (const raw of words) {
    const word = Array.from(toPlain(raw).toLowerCase()).filter((char) => !FILLER.test(char));
    const [first] = word;
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push(word);
    else byFirst.set(first, [word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  tries.set(words, byFirst);
  return byFirst;
}
