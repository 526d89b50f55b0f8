import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locale } from "#flows/kernel/text.ts";

/** Changing it would mix what was looked at with what was not. */
const SEED = 20261127;

export type ShopQuestion = {
  readonly text: string;
  readonly locale: Locale;
  /** Ids of answers, and of requests behind an "@", each of which is right; none: the shop has no answer. */
  readonly expected: readonly string[];
};

export const HALVES = ["dev", "test"] as const;

type Half = (typeof HALVES)[number];

/** Typed in a hurry, or told in whole sentences and other words than the shop's own. */
export const STYLES = ["short", "told"] as const;

type Part = { readonly locale: Locale; readonly style: (typeof STYLES)[number]; readonly half: Half };

const ENDINGS = { "zh-CN": "zh", en: "en" } as const;

/**
 * What customers might ask the sample shop, written from its standard questions and answers without looking at its phrasings.
 * The dev half is for finding out what is missing; the test half is for reporting only, nobody reads what fails there.
 */
export function readShopQuestions({ locale, style, half }: Part): readonly ShopQuestion[] {
  const ending = ENDINGS[locale];
  return [
    ...readLines(`${style}-${ending}.tsv`).map((line): ShopQuestion => {
      const [ids = "", text = ""] = line.split("\t");
      return { text, locale, expected: ids.split("|") };
    }),
    ...readLines(`${style}-outside-${ending}.txt`).map(
      (text): ShopQuestion => ({ text, locale, expected: [] }),
    ),
  ].filter(({ text }) => halfOf(text) === half);
}

function readLines(name: string): readonly string[] {
  return readFileSync(path.join(import.meta.dirname, name), "utf8")
    .trim()
    .split("\n");
}

/** FNV-1a of the text, so that a new question moves no other. */
function halfOf(text: string): Half {
  let hash = SEED ^ 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 8) % 2 === 0 ? "dev" : "test";
}
