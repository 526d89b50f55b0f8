import type { Bundle, FaqEntry } from "../kernel/flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { LOCALES, type Text } from "../kernel/text.ts";
import { CHANNEL_LIMITS } from "./channel-limits.ts";
import { countBytes } from "./check-channels.ts";
import { findMissingLanguage, isInBoth, toLanguageName } from "./check-languages.ts";
import { toLetters } from "./find-look-alikes.ts";
import { findSecret, maskSecret } from "./find-secret.ts";

type FaqSet = Bundle["faqSets"][string];
type EntryPlace = { readonly id: string; readonly set: FaqSet; readonly entry: FaqEntry };

const BILINGUAL_ENTRIES_MIN = 3;
const SHOWN_MAX_CHARS = 40;

/** A set of 20,000 entries takes a while; an edit elsewhere leaves it the same object. */
const knownSets = new WeakMap<FaqSet, { readonly key: string; readonly problems: readonly Problem[] }>();

/** The answers of one FAQ set: empty ones, questions that two of them claim, languages that some lack, keys that slipped in. */
export function checkFaqSet(id: string, set: FaqSet, channels: readonly string[] = []): readonly Problem[] {
  const key = [id, ...channels].join(" ");
  const known = knownSets.get(set);
  if (known?.key === key) return known.problems;
  const problems = [
    ...set.entries.flatMap((entry) => checkEntry({ id, set, entry })),
    ...listDuplicates(id, set),
    ...checkEntryLanguages(id, set),
    ...listTooLong(id, set, channels),
  ];
  knownSets.set(set, { key, problems });
  return problems;
}

function checkEntry(place: EntryPlace): readonly Problem[] {
  const { set, entry } = place;
  const facts = { name: set.name, question: toTitle(entry) };
  const secret = findSecret(toWhole(entry.answer));
  return [
    ...(toWhole(entry.question).trim() === ""
      ? [toProblem("empty_faq_question", toPlace(place, "question"), { name: set.name })]
      : []),
    ...(toWhole(entry.answer).trim() === ""
      ? [toProblem("empty_faq_answer", toPlace(place, "answer"), facts)]
      : []),
    ...(secret === null
      ? []
      : [
          toProblem(
            "plain_secret_in_faq",
            { ...toPlace(place, "answer"), severity: "error" },
            { ...facts, shown: maskSecret(secret) },
          ),
        ]),
  ];
}

function listDuplicates(id: string, set: FaqSet): readonly Problem[] {
  const owners = new Map<string, string>();
  const told = new Set<string>();
  return set.entries.flatMap((entry) =>
    [...listQuestions(entry.question), ...entry.similar].flatMap((question) => {
      const letters = toLetters(question);
      if (letters === "") return [];
      const owner = owners.get(letters);
      owners.set(letters, owner ?? entry.id);
      if (owner === undefined || owner === entry.id || told.has(`${entry.id} ${letters}`)) return [];
      told.add(`${entry.id} ${letters}`);
      const facts = { name: set.name, question: shorten(question), other: owner };
      return [toProblem("duplicate_faq_question", toPlace({ id, set, entry }, "question"), facts)];
    }),
  );
}

/** One problem a language, not one an entry: who translates a set works through it as a whole. */
function checkEntryLanguages(id: string, set: FaqSet): readonly Problem[] {
  const complete = set.entries.filter(({ answer }) => isInBoth(answer)).length;
  return LOCALES.flatMap((locale) => {
    const missing = set.entries.filter(
      ({ question, answer }) =>
        findMissingLanguage(answer) === locale || findMissingLanguage(question) === locale,
    );
    const first = missing[0];
    if (first === undefined || complete < BILINGUAL_ENTRIES_MIN || missing.length > complete) return [];
    const field = findMissingLanguage(first.answer) === locale ? "answer" : "question";
    const facts = { name: set.name, count: missing.length, question: toTitle(first), locale };
    return [
      toProblem("faq_missing_language", toPlace({ id, set, entry: first }, field), {
        ...facts,
        language: toLanguageName(locale),
      }),
    ];
  });
}

function listTooLong(id: string, set: FaqSet, channels: readonly string[]): readonly Problem[] {
  const limited = channels.flatMap((channel) =>
    Object.hasOwn(CHANNEL_LIMITS, channel) ? (CHANNEL_LIMITS[channel] ?? []) : [],
  );
  if (limited.length === 0) return [];
  return set.entries.flatMap((entry) => {
    const bytes = countBytes(entry.answer);
    return limited
      .filter(({ textMaxBytes }) => bytes > textMaxBytes)
      .map(({ name: channel, textMaxBytes: max }) =>
        toProblem("faq_answer_too_long", toPlace({ id, set, entry }, "answer"), {
          ...{ name: set.name, question: toTitle(entry) },
          ...{ bytes, max, channel },
        }),
      );
  });
}

function toPlace({ id, entry }: EntryPlace, field: "question" | "answer") {
  const path = `faqSets.${id}.entries.${entry.id}.${field}`;
  return { flowId: MAIN_FLOW_ID, path, severity: "warning" } as const;
}

function listQuestions(question: Text): readonly string[] {
  return typeof question === "string" ? [question] : [question["zh-CN"] ?? "", question.en ?? ""];
}

function toWhole(text: Text): string {
  return listQuestions(text).join("\n");
}

function toTitle({ question, id }: FaqEntry): string {
  return shorten(listQuestions(question).find((text) => text.trim() !== "") ?? id);
}

function shorten(text: string): string {
  return text.length > SHOWN_MAX_CHARS ? `${text.slice(0, SHOWN_MAX_CHARS)}…` : text;
}
