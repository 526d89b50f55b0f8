import { normalizeText } from "./normalize.ts";

/** Everyday variants that no bot should have to list: the customer's spoken form meets the written one. */
const SPOKEN_FORMS: readonly (readonly string[])[] = [
  ["怎么", "如何", "怎样", "咋", "咋个", "怎么样才能", "怎样才能", "怎么才能"],
  ["什么", "甚么", "啥", "神马"],
  ["登录", "登陆", "登入"],
  ["没有", "木有", "冇"],
  ["你", "您"],
  ["please", "pls", "plz"],
  ["you", "u"],
  ["thanks", "thx", "tks"],
];

const LATIN = /^[a-z0-9' ]+$/;

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function toPattern(word: string): string {
  if (!LATIN.test(word)) return escapePattern(word);
  const plural = word.length >= 3 && /[a-z]$/.test(word) ? "(?:'s|s|es)?" : "";
  return `(?<![a-z0-9'])${escapePattern(word)}${plural}(?![a-z0-9'])`;
}

/**
 * Returns a function that writes the first word of a group for any word of it. English counts as whole words
 * (a plural s may follow), Han anywhere; the longest word wins and the result is not searched again.
 */
export function createSynonymReplacer(
  groups: readonly (readonly string[])[],
): (normalized: string) => string {
  const firstOf = new Map<string, string>();
  for (const group of [...groups, ...SPOKEN_FORMS]) {
    const words = group.map(normalizeText).filter((word) => word !== "");
    const first = words[0];
    if (first === undefined || words.length < 2) continue;
    for (const word of words) if (!firstOf.has(word)) firstOf.set(word, first);
  }
  const words = [...firstOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (words.length === 0) return (normalized) => normalized;
  const anyWord = new RegExp(words.map((word) => `(${toPattern(word)})`).join("|"), "gu");
  const firsts = words.map((word) => firstOf.get(word) ?? word);
  return (normalized) => {
    const replaced = normalized.replace(anyWord, (found: string, ...captures: unknown[]) => {
      const at = captures.findIndex((capture) => typeof capture === "string");
      return ` ${firsts[at] ?? found} `;
    });
    return replaced === normalized ? normalized : normalizeText(replaced);
  };
}
