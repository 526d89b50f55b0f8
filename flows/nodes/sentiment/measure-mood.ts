import { toPlain } from "../../answers/normalise.ts";
import { LOUD, MOOD_WORDS, NEGATORS, RISK_WORDS } from "./mood-words.ts";

export type Mood = {
  /** -1 angry to 1 delighted; 0 when nothing tells. */
  readonly score: number;
  /** The words that tell it, as they were said. */
  readonly words: readonly string[];
  /** The first sign of a complaint to others, of law, or of danger to a person. */
  readonly risk: string | null;
};

const MESSAGE_MAX_CHARS = 2_000;
/** So many words of one mood are all that can be said. */
const FULL_AT = 3;
/** How far before a word `不` or `not` still turns it. */
const NEGATED_WITHIN_CHARS = { han: 2, latin: 16 } as const;
const LOUDER = 1.5;
const TURNED = -0.6;

const LATIN_LETTER = /[\p{Script=Latin}'’]/u;

/** Reads the mood off the words, without a model. An estimate: irony and quotations are taken at their word. */
export function measureMood(text: string, own: { readonly riskWords: readonly string[] }): Mood {
  const plain = toPlain(text).slice(0, MESSAGE_MAX_CHARS).toLowerCase();
  const found: { readonly word: string; readonly weight: number }[] = [];
  let rest = plain;
  for (const [word, weight] of MOOD_WORDS) {
    for (let at = findWord(rest, word, 0); at >= 0; at = findWord(rest, word, at + word.length)) {
      found.push({ word, weight: weigh(plain, { at, word, weight }) });
      // A word inside a longer one that was found is not said again: 不满意 holds 满意.
      rest = rest.slice(0, at) + " ".repeat(word.length) + rest.slice(at + word.length);
    }
  }
  const sum = found.reduce((total, { weight }) => total + weight, 0) * toLoudness(text);
  const score = Math.max(-1, Math.min(1, sum / FULL_AT));
  const risk = [...own.riskWords.map((word) => toPlain(word).toLowerCase()), ...RISK_WORDS].find(
    (word) => word !== "" && findWord(plain, word, 0) >= 0,
  );
  return {
    score: Math.round(score * 100) / 100,
    words: [...new Set(found.map(({ word }) => word))],
    risk: risk ?? null,
  };
}

function weigh(
  plain: string,
  { at, word, weight }: { readonly at: number; readonly word: string; readonly weight: number },
): number {
  const isLatin = LATIN_LETTER.test(word[0] ?? "");
  const before = plain.slice(Math.max(0, at - NEGATED_WITHIN_CHARS[isLatin ? "latin" : "han"]), at);
  // A clause of its own ends the reach: "no, great".
  const near = before.split(/[,.;!?，。；！？]/u).at(-1) ?? "";
  const isTurned = NEGATORS[isLatin ? "latin" : "han"].some((negator) =>
    isLatin ? findWord(near, negator, 0) >= 0 : near.includes(negator),
  );
  const isLoud = LOUD.some((loud) => near.includes(loud) || plain.slice(at + word.length).startsWith(loud));
  return weight * (isLoud ? LOUDER : 1) * (isTurned ? TURNED : 1);
}

/** Several marks in a row, or shouting in capitals, say the same more loudly. */
function toLoudness(text: string): number {
  const isShouted = /\p{Lu}{4,}[^\p{Ll}]+\p{Lu}{3,}/u.test(text);
  return isShouted || /[!！?？]{2,}/u.test(text) ? LOUDER : 1;
}

/** Latin words stand alone: `mad` is not in `made`. Han has no such borders. */
function findWord(text: string, word: string, from: number): number {
  if (!LATIN_LETTER.test(word[0] ?? "")) return text.indexOf(word, from);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const isAlone =
      !LATIN_LETTER.test(text[at - 1] ?? "") && !LATIN_LETTER.test(text[at + word.length] ?? "");
    if (isAlone) return at;
  }
  return -1;
}
