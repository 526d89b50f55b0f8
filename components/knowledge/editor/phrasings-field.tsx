"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { toLines } from "./entry-draft.ts";
import { formMessages } from "./form-messages.ts";

/** As the server counts and limits them. */
export const PHRASINGS_ADVISED = 5;
export const LINE_CHARS_MAX = 500;
export const LINES_MAX = 500;

type PhrasingsFieldProps = {
  readonly similar: string;
  /** Standard questions count as phrasings too. */
  readonly questions: number;
  onChange(similar: string): void;
};

/** One phrasing a line, so that a column can be pasted and lines be moved about as text. */
export function PhrasingsField({ similar, questions, onChange }: PhrasingsFieldProps) {
  const t = useTexts(formMessages);
  const lines = toLines(similar);
  const count = lines.length + questions;
  const missing = PHRASINGS_ADVISED - count;
  const long = lines.findIndex((line) => line.length > LINE_CHARS_MAX);
  const error =
    long !== -1
      ? t.lineTooLong(long + 1, LINE_CHARS_MAX)
      : lines.length > LINES_MAX
        ? t.tooManyLines(LINES_MAX)
        : null;
  return (
    <div>
      <TextAreaField
        label={t.similarTitle}
        hint={t.similarHint}
        error={error}
        rows={5}
        value={similar}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={`mt-1 text-sm ${missing > 0 ? "text-warn-text" : "text-success-text"}`}>
        {t.similarCount(count)}
        {missing > 0 && ` · ${t.similarAdvice(missing)}`}
      </p>
    </div>
  );
}
