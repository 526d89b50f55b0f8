import { stemWord } from "./stem-word.ts";

/** Weight of each group of features; found on the training splits of public sets (see e2e/eval). */
export const GROUP_WEIGHTS = { word: 1, pair: 0.5, han: 1.2, piece: 0.8 } as const;
export type FeatureGroup = keyof typeof GROUP_WEIGHTS;

/** What one text is made of: its tokens in order, and how often each feature occurs. */
export type TextFeatures = {
  readonly tokens: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
};

const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)*|\p{N}+/gu;
const HAN = /^\p{Script=Han}$/u;
/** An order number is never seen twice: all long numbers are one feature. */
const LONG_NUMBER = /^\p{N}{3,}$/u;
const TOKENS_MAX = 200;

/** The group is the first letter of a feature's name. */
export function groupOf(feature: string): FeatureGroup {
  const mark = feature.charCodeAt(0);
  if (mark === 119) return "word";
  if (mark === 112) return "pair";
  return mark === 104 ? "han" : "piece";
}

/** Words (English words, single Han characters, numbers) of normalised text. */
export function listWords(normalized: string): readonly string[] {
  return (normalized.match(TOKEN) ?? []).slice(0, TOKENS_MAX);
}

export function isHan(token: string): boolean {
  return HAN.test(token);
}

/** Turns normalised text into word stems, neighbouring pairs, Han characters and pairs, and letter pieces. */
export function extractFeatures(normalized: string): TextFeatures {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const words = listWords(normalized);
  const tokens = words.map((word) => (LONG_NUMBER.test(word) ? "#" : stemWord(word)));
  let previous = "^";
  let previousHan = "";
  for (const [at, token] of tokens.entries()) {
    add(`p${previous} ${token}`);
    const han = isHan(token);
    if (han) {
      add(`h${token}`);
      if (previousHan !== "") add(`h${previousHan}${token}`);
    } else {
      add(`w${token}`);
      addPieces(words[at] ?? token, add);
    }
    previous = token;
    previousHan = han ? token : "";
  }
  if (tokens.length > 0) add(`p${previous} $`);
  return { tokens, counts };
}

function addPieces(word: string, add: (feature: string) => void): void {
  if (/^\p{N}/u.test(word)) return;
  const framed = `^${word.slice(0, 40)}$`;
  for (let size = 2; size <= 4; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1) add(`c${framed.slice(at, at + size)}`);
  }
}
