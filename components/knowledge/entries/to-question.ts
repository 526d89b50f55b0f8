import type { Locale } from "#flows/kernel/text.ts";

type Question = { readonly [Language in Locale]?: string | undefined };

/** The question in the reader's language where there is one, else in whatever it was written in. */
export const toQuestion = (question: Question, locale: Locale): string =>
  question[locale] ?? question["zh-CN"] ?? question.en ?? "";
