"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Confusion } from "#flows/preview/learning-report.ts";
import { examineMessages } from "./messages.ts";
import type { ReportHands } from "./report-view.tsx";

const SENTENCES_SHOWN = 2;
const LINK = "rounded-xs py-0.5 text-left text-xs hover:underline";

type ConfusionRowProps = Pick<ReportHands, "nameOf" | "onOpen" | "onMove"> & {
  readonly confusion: Confusion;
  /** Those that still stand where they were. */
  readonly sentences: readonly string[];
};

/** What was taken for what, how often, and some of the sentences with a way to each. */
export function ConfusionRow({ confusion, sentences, nameOf, onOpen, onMove }: ConfusionRowProps) {
  const t = useTexts(examineMessages);
  const { from, to, count, asked } = confusion;
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 break-words text-ink">
          {to === null ? t.missed(nameOf(from)) : t.taken(nameOf(from), nameOf(to))}
        </span>
        <span className="shrink-0 text-xs tabular-nums text-ink-2">{t.times(count, asked)}</span>
      </span>
      {sentences.slice(0, SENTENCES_SHOWN).map((sentence) => (
        <span key={sentence} className="flex items-baseline justify-between gap-3">
          <button
            type="button"
            aria-label={t.open(sentence)}
            onClick={() => onOpen(confusion, sentence)}
            className={`min-w-0 break-words text-accent-text ${LINK}`}
          >
            {sentence}
          </button>
          {to !== null && onMove && (
            <button
              type="button"
              aria-label={t.moveSentence(sentence, nameOf(to))}
              // The second click of a double click meets the sentence that has come up in this one's place.
              onClick={(event) => event.detail < 2 && onMove(confusion, sentence)}
              className={`shrink-0 text-ink-2 underline underline-offset-2 ${LINK}`}
            >
              {t.move}
            </button>
          )}
        </span>
      ))}
    </li>
  );
}
