import { LOCALES } from "../../../flows/kernel/text.ts";
import { normalizeText } from "../../understanding/normalize.ts";
import { findForbiddenWords, type GlossaryRule } from "../quality/glossary/find-forbidden-words.ts";
import { type EntryContent, type EntryField, listPhrasings } from "./entry-content.ts";
import { PHRASINGS_ADVISED } from "./list-entries.ts";

export type LintCode =
  | "no_answer"
  | "no_answer_in_language"
  | "date_without_end"
  | "price_without_end"
  | "forbidden_word"
  | "answer_long"
  | "few_phrasings"
  | "phrasing_twice"
  | "negative_is_phrasing"
  | "expired"
  | "ends_before_start";

export type Lint = {
  readonly code: LintCode;
  /** An error keeps the entry from being of use; advice makes a good one better. */
  readonly severity: "error" | "warning" | "advice";
  readonly field: EntryField;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** A customer who is in a hurry reads no more than this of one message. */
const ANSWER_ADVISED_CHARS = 200;

const DATE =
  /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?月\s?\d{1,2}\s?[日号]|(?:今年|本月|本周|明年|下月|即日起)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b|\b\d{1,2}\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;
const PRICE =
  /[¥￥$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块钱|万元|美元|折)|\b\d[\d.,]*\s?(?:rmb|cny|usd|yuan|dollars?|euros?)\b/iu;

/** What an author should look at again; pure, so that it can be asked at every key. `now` is epoch milliseconds. */
export function lintEntry(
  content: EntryContent,
  now: number,
  glossary: readonly GlossaryRule[] = [],
): readonly Lint[] {
  return [
    ...lintAnswers(content),
    ...lintWords(content, glossary),
    ...lintTimes(content, now),
    ...lintPhrasings(content),
  ];
}

/** Only what the shop says: customers may call a thing as they like, and other ways to ask must say it their way. */
function lintWords({ question, answers }: EntryContent, glossary: readonly GlossaryRule[]): readonly Lint[] {
  const said = [
    ...LOCALES.map((locale) => ({ field: "question" as const, locale, text: question[locale] ?? "" })),
    ...answers.map(({ locale, text }) => ({ field: "answers" as const, locale, text })),
  ];
  const lints = said.flatMap(({ field, locale, text }) =>
    findForbiddenWords(text, locale, glossary).map(
      (facts): Lint => ({ code: "forbidden_word", severity: "warning", field, facts }),
    ),
  );
  const first = new Map(lints.map((lint) => [`${lint.field} ${lint.facts.found}`, lint]));
  return [...first.values()];
}

function lintAnswers({ question, answers, validTo, reviewEveryDays }: EntryContent): readonly Lint[] {
  if (answers.length === 0) return [{ code: "no_answer", severity: "error", field: "answers", facts: {} }];
  const languages = new Set(answers.map(({ locale }) => locale));
  const missing = Object.entries(question).flatMap(([locale, text]): readonly Lint[] =>
    text === undefined || languages.has(locale as keyof typeof question) // as: the keys are locales by the schema.
      ? []
      : [{ code: "no_answer_in_language", severity: "warning", field: "answers", facts: { locale } }],
  );
  const texts = answers.flatMap(({ text }): readonly Lint[] => {
    const lints: Lint[] = [];
    const date = DATE.exec(text)?.[0];
    const price = PRICE.exec(text)?.[0];
    if (validTo === null && date !== undefined)
      lints.push({ code: "date_without_end", severity: "warning", field: "validTo", facts: { found: date } });
    // Prices change without a day that could be known: to look at them often is as good.
    if (validTo === null && reviewEveryDays === null && price !== undefined)
      lints.push({
        code: "price_without_end",
        severity: "warning",
        field: "validTo",
        facts: { found: price },
      });
    if (text.length > ANSWER_ADVISED_CHARS)
      lints.push({
        ...{ code: "answer_long", severity: "advice", field: "answers" },
        facts: { chars: text.length, advised: ANSWER_ADVISED_CHARS },
      });
    return lints;
  });
  return [...missing, ...texts];
}

function lintTimes({ validFrom, validTo }: EntryContent, now: number): readonly Lint[] {
  if (validTo === null) return [];
  if (validFrom !== null && validTo <= validFrom)
    return [{ code: "ends_before_start", severity: "error", field: "validTo", facts: {} }];
  return Date.parse(validTo) < now
    ? [{ code: "expired", severity: "warning", field: "validTo", facts: { at: validTo } }]
    : [];
}

function lintPhrasings(content: EntryContent): readonly Lint[] {
  const phrasings = listPhrasings(content);
  const known = new Set<string>();
  const lints: Lint[] = [];
  for (const text of phrasings) {
    const key = normalizeText(text);
    if (known.has(key))
      lints.push({ code: "phrasing_twice", severity: "warning", field: "similar", facts: { text } });
    known.add(key);
  }
  for (const text of content.negatives)
    if (known.has(normalizeText(text)))
      lints.push({ code: "negative_is_phrasing", severity: "error", field: "negatives", facts: { text } });
  if (phrasings.length < PHRASINGS_ADVISED)
    lints.push({
      ...{ code: "few_phrasings", severity: "advice", field: "similar" },
      facts: { count: phrasings.length, advised: PHRASINGS_ADVISED },
    });
  return lints;
}
