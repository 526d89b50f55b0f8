import type { Outputs } from "#components/trpc-client.ts";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import { toTags } from "../entries/to-tags.ts";

/** As the server keeps it. */
export type EntryContent = Outputs["knowledge"]["entry"]["content"];
export type EntryField = keyof EntryContent;
export type DraftAnswer = EntryContent["answers"][number];

/** As it stands in the form: lists are texts of one item a line, and blanks are allowed on the way. */
export type EntryDraft = Omit<EntryContent, "question" | "similar" | "negatives" | "tags"> & {
  readonly question: { readonly [Language in Locale]: string };
  readonly similar: string;
  readonly negatives: string;
  readonly tags: string;
};

/** A part that changes, or what makes it of the draft as it is then: files arrive while one types. */
export type DraftChange = Partial<EntryDraft> | ((now: EntryDraft) => Partial<EntryDraft>);

export function toEmptyContent(locale: Locale, categoryId: string | null): EntryContent {
  return {
    question: {},
    similar: [],
    negatives: [],
    answers: [{ locale, channel: null, text: "" }],
    attachments: [],
    categoryId,
    tags: [],
    ownerId: null,
    validFrom: null,
    validTo: null,
    reviewEveryDays: null,
    dataClass: "general",
  };
}

/** An entry without an answer shows where the first one is written. */
export function toDraft({ question, similar, negatives, tags, answers, ...rest }: EntryContent): EntryDraft {
  const locale = LOCALES.find((language) => question[language] !== undefined) ?? LOCALES[0];
  return {
    ...rest,
    answers: answers.length > 0 ? answers : [{ locale, channel: null, text: "" }],
    question: { "zh-CN": question["zh-CN"] ?? "", en: question.en ?? "" },
    similar: similar.join("\n"),
    negatives: negatives.join("\n"),
    tags: tags.join(", "),
  };
}

/** What is meant by the form: trimmed, without blanks, every phrasing once. */
export function toContent({
  question,
  similar,
  negatives,
  tags,
  answers,
  ...rest
}: EntryDraft): EntryContent {
  return {
    ...rest,
    question: Object.fromEntries(
      LOCALES.map((locale) => [locale, question[locale].trim()]).filter(([, text]) => text !== ""),
    ),
    similar: toLines(similar),
    negatives: toLines(negatives),
    tags: toTags(tags),
    answers: answers
      .map((answer) => ({ ...answer, text: answer.text.trim() }))
      .filter(({ text }) => text !== ""),
  };
}

/** A pasted column of a table: one phrasing a line, quotes that a table program adds left out. */
export const toLines = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/u)
      .map((line) =>
        line
          .trim()
          .replace(/^"(.*)"$/u, "$1")
          .trim(),
      )
      .filter((line) => line !== ""),
  ),
];

/** The fields in which a content differs from what it began as, and nothing else: others may have changed the rest. */
export function listChanges(start: EntryContent, content: EntryContent): Partial<EntryContent> {
  return pickFields(
    content,
    fieldsOf(content).filter((field) => !isSame(start[field], content[field])),
  );
}

export function pickFields(
  content: Partial<EntryContent>,
  fields: readonly EntryField[],
): Partial<EntryContent> {
  return Object.fromEntries(
    Object.entries(content).filter(([field]) => fields.some((wanted) => wanted === field)),
  );
}

/** What was saved comes into the form, but not over what was typed while it was being saved. */
export function takeSaved(draft: EntryDraft, sent: EntryDraft, saved: EntryContent): EntryDraft {
  const fresh = toDraft(saved);
  return Object.fromEntries(
    fieldsOf(draft).map((field) => [field, isSame(draft[field], sent[field]) ? fresh[field] : draft[field]]),
    // as: every field of a draft holds that field's value of one of two drafts.
  ) as EntryDraft;
}

/** Two answers for the same readers contradict each other. */
export function findAnswerTwice(answers: readonly DraftAnswer[]): DraftAnswer | null {
  return (
    answers.find((answer, index) =>
      answers
        .slice(0, index)
        .some((other) => other.locale === answer.locale && other.channel === answer.channel),
    ) ?? null
  );
}

// as: the keys of an object of this very type.
const fieldsOf = (of: EntryContent | EntryDraft) => Object.keys(of) as readonly EntryField[];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
