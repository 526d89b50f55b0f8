import { listWords } from "./extract-features.ts";
import { normalizeText } from "./normalize.ts";
import { respellHan } from "./respell-han.ts";
import type { RowTable } from "./row-table.ts";
import { stemWord } from "./stem-word.ts";

/** Shorter ones are near to too many others: "test" and "text". */
const WORD_MIN_CHARS = 5;
/** Each is compared with the words that begin like it. */
const WORDS_MAX = 3;
/** A word said once may be a slip itself. */
const SAID_MIN = 2;
const LATIN = /^[a-z]+$/;
const VOWELS = "aeiouy";
const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/**
 * Writes the words of a key that no row has as the word that was meant, where one that speaks for a class is one slip away: a letter
 * too many, too few, doubled, swapped with its neighbour, a wrong vowel or the key beside. The first letter is nearly always right.
 */
export function createRespeller({ keys, lines, owners }: RowTable): (key: string) => string {
  let known: Known | null = null;
  return (key) => {
    const han = respellHan(key);
    const words = listWords(han);
    if (!words.some(isLongLatin)) return han;
    known ??= listKnown({ keys, lines, owners });
    const from = known;
    let left = WORDS_MAX;
    const meant = words.map((word) => {
      if (left === 0 || !isLongLatin(word) || isKnown(word, from)) return word;
      left -= 1;
      return findMeant(word, from) ?? word;
    });
    return meant.every((word, place) => word === words[place]) ? han : normalizeText(meant.join(" "));
  };
}

type Known = {
  readonly tokens: ReadonlySet<string>;
  /** How often each word that speaks for a class is said, by its first letter. */
  readonly said: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

function listKnown({ keys, lines, owners }: Pick<RowTable, "keys" | "lines" | "owners">): Known {
  const said = new Map<string, Map<string, number>>();
  for (const [row, key] of keys.entries()) {
    if ((owners[row] ?? -1) < 0) continue;
    for (const word of listWords(key)) {
      if (!LATIN.test(word) || word.length < WORD_MIN_CHARS - 1) continue;
      const first = word.slice(0, 1);
      const counts = said.get(first) ?? new Map<string, number>();
      said.set(first, counts.set(word, (counts.get(word) ?? 0) + 1));
    }
  }
  return { tokens: new Set(lines.flatMap((line) => line.split(" "))), said };
}

function isLongLatin(word: string): boolean {
  return word.length >= WORD_MIN_CHARS && LATIN.test(word);
}

function isKnown(word: string, { tokens }: Known): boolean {
  return tokens.has(stemWord(word));
}

/** The one that is said most of those that are one slip away. */
function findMeant(word: string, { said }: Known): string | null {
  let meant: string | null = null;
  let most = SAID_MIN - 1;
  for (const [other, count] of said.get(word.slice(0, 1)) ?? []) {
    if (count <= most || !isOneSlip(word, other)) continue;
    meant = other;
    most = count;
  }
  return meant;
}

export function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (typed.length < meant.length) return rest(typed, at) === rest(meant, at + 1);
  if (typed.length > meant.length) return rest(typed, at + 1) === rest(meant, at);
  const [left = "", right = ""] = [typed[at], meant[at]];
  const isSwapped = left === meant[at + 1] && typed[at + 1] === right;
  if (isSwapped && rest(typed, at + 2) === rest(meant, at + 2)) return true;
  return rest(typed, at + 1) === rest(meant, at + 1) && (areVowels(left, right) || areBeside(left, right));
}

function areVowels(left: string, right: string): boolean {
  return VOWELS.includes(left) && VOWELS.includes(right);
}

function areBeside(left: string, right: string): boolean {
  return KEY_ROWS.some((row) => {
    const [a, b] = [row.indexOf(left), row.indexOf(right)];
    return a >= 0 && b >= 0 && Math.abs(a - b) === 1;
  });
}
