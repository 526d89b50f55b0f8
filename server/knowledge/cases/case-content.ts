import { z } from "zod";
import type { CaseContent } from "#drizzle/schema/cases.ts";

const QUESTION_CHARS_MAX = 500;
const TEXT_CHARS_MAX = 4_000;
const TAGS_MAX = 20;
const TAG_CHARS_MAX = 40;

const text = z.string().trim().max(TEXT_CHARS_MAX).default("");

/** What people write into a case. Only the question must be there: the rest comes as it becomes known. */
export const caseContentSchema = z.strictObject({
  question: z.string().trim().min(1).max(QUESTION_CHARS_MAX),
  context: text,
  outcome: text,
  answer: text,
  tags: z
    .array(z.string().trim().min(1).max(TAG_CHARS_MAX))
    .max(TAGS_MAX)
    .default([])
    .transform((tags) => [...new Set(tags)]),
}) satisfies z.ZodType<CaseContent>;

/** Cut to what a case may hold; for words that come from elsewhere, such as a talk. */
export const toCaseQuestion = (words: string): string => words.slice(0, QUESTION_CHARS_MAX);
export const toCaseText = (words: string): string => words.slice(0, TEXT_CHARS_MAX);
