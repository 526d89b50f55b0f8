import type { Bundle, FaqEntry } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import type { Both } from "./both.ts";

/** One reviewed answer: how customers ask for it in each language, and what they are told. */
export type Qa = {
  readonly id: string;
  readonly category: Both;
  readonly question: Both;
  /** Other ways to ask, with `|` between them. */
  readonly zh: string;
  readonly en: string;
  readonly answer: Both;
};

/** The answers as a FAQ set. Customers read their own language; categories, which only operators read, are in `locale`. */
export function toFaqSet(
  name: Both,
  qas: readonly Qa[],
  { locale, synonyms }: { readonly locale: Locale; readonly synonyms: readonly (readonly string[])[] },
): Bundle["faqSets"][string] {
  return {
    name: name[locale],
    entries: qas.map((qa) => toEntry(qa, locale)),
    synonyms: synonyms.map((group) => [...group]),
  };
}

function toEntry({ id, category, question, zh, en, answer }: Qa, locale: Locale): FaqEntry {
  return { id, category: category[locale], question, similar: [...toPhrases(zh), ...toPhrases(en)], answer };
}

/** A pack holds hundreds of phrases; one a line would hide what it says. */
export function toPhrases(text: string): string[] {
  return text
    .split("|")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}
