import { createNearFinder, type NearFinder } from "../../../understanding/find-near-phrasings.ts";
import { areContrary } from "../../faq/are-contrary.ts";
import { type EntryContent, listPhrasings } from "../../faq/entry-content.ts";
import { type LintCode, lintEntry } from "../../faq/lint-entry.ts";
import type { GlossaryRule } from "../glossary/find-forbidden-words.ts";

export type CheckLesson = {
  readonly entries: readonly { readonly id: string; readonly rev: number; readonly content: EntryContent }[];
  readonly synonyms: readonly (readonly string[])[];
  readonly glossary: readonly GlossaryRule[];
};

/** `contradicts`: another entry asks the same and answers differently. `duplicate`: it asks the same and answers the same. */
export type FindingCode = LintCode | "contradicts" | "duplicate";

export type Finding = {
  readonly code: FindingCode;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type CheckedEntry = {
  readonly entryId: string;
  readonly rev: number;
  /** Nothing was found that must be mended. */
  readonly passes: 0 | 1;
  readonly findings: readonly Finding[];
};

/** From here on two questions are taken for one: below, too many pairs only sound alike. */
const NEARNESS_MIN = 0.85;

/**
 * What does not fit together in a base: missing answers, forbidden words, prices and dates without an end, contradictions. Advice, and
 * what only time does to an entry, is not looked for. Takes seconds for thousands of entries: to be called in a thread.
 */
export function checkEntries({ entries, synonyms, glossary }: CheckLesson): readonly CheckedEntry[] {
  const finder = createNearFinder(
    entries.map(({ id, content }) => ({ id, phrasings: listPhrasings(content) })),
    synonyms,
  );
  const answers = new Map(entries.map(({ id, content }) => [id, content.answers]));
  return entries.map(({ id, rev, content }): CheckedEntry => {
    const lints = lintEntry(content, 0, glossary)
      .filter(({ severity }) => severity !== "advice")
      .map(({ code, facts }): Finding => ({ code, facts }));
    // A word that stands in the question and in the answer is one thing to mend.
    const first = new Map(lints.map((lint) => [`${lint.code} ${JSON.stringify(lint.facts)}`, lint]));
    const findings = [...first.values(), ...findTwins({ id, content }, { finder, answers })];
    const passes = findings.every(({ code }) => code === "duplicate") ? 1 : 0;
    return { entryId: id, rev, passes, findings };
  });
}

type Others = {
  readonly finder: NearFinder;
  readonly answers: ReadonlyMap<string, EntryContent["answers"]>;
};

/** The other entries that ask the same, each once. */
function findTwins(
  { id, content }: { readonly id: string; readonly content: EntryContent },
  { finder, answers }: Others,
): readonly Finding[] {
  const questions = Object.values(content.question).filter((question) => question !== undefined);
  const near = questions
    .flatMap((question) => finder.find(question, id))
    .filter(({ nearness }) => nearness >= NEARNESS_MIN);
  const twins = new Map(near.map(({ entryId, text }) => [entryId, text]));
  return [...twins].map(([entryId, text]): Finding => {
    const isContrary = areContrary(content.answers, answers.get(entryId) ?? []);
    return { code: isContrary ? "contradicts" : "duplicate", facts: { entryId, text } };
  });
}
