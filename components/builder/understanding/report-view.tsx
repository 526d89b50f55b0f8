"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ASKED_MIN, type Confusion, type LearningReport } from "#flows/preview/learning-report.ts";
import { examineMessages } from "./messages.ts";

const PAIRS_SHOWN = 5;
const SENTENCES_SHOWN = 2;
/** From here on what goes wrong is a remainder. */
const GOOD_SHARE = 0.85;

type ReportViewProps = {
  readonly report: LearningReport;
  nameOf(id: string): string;
  onOpen(confusion: Confusion, sentence: string): void;
};

/** How many sentences were recognised, which were not, and what can be done about it; no number where there are too few. */
export function ReportView({ report, nameOf, onOpen }: ReportViewProps) {
  const t = useTexts(examineMessages);
  const [isWhole, setWhole] = useState(false);
  const { asked, right, confusions } = report;
  if (asked < ASKED_MIN) return <p className="text-warn-text">{t.tooFew(asked, ASKED_MIN)}</p>;
  const share = right / asked;
  const shown = isWhole ? confusions : confusions.slice(0, PAIRS_SHOWN);
  const hidden = confusions.length - shown.length;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink">
        <Badge tone={share >= GOOD_SHARE ? "success" : "warn"}>{t.percent(Math.floor(share * 100))}</Badge>
        {t.right(right, asked)}
      </p>
      {confusions.length === 0 && <p className="text-ink-2">{t.none}</p>}
      {confusions.length > 0 && (
        <>
          <ul aria-label={t.confusions} className="flex flex-col gap-2">
            {shown.map((confusion) => (
              <li key={`${confusion.from} ${confusion.to}`} className="flex flex-col gap-0.5">
                <span className="flex items-baseline justify-between gap-2">
                  <span className="min-w-0 break-words text-ink">
                    {confusion.to === null
                      ? t.missed(nameOf(confusion.from))
                      : t.taken(nameOf(confusion.from), nameOf(confusion.to))}
                  </span>
                  <span className="shrink-0 text-xs tabular-nums text-ink-2">
                    {t.times(confusion.count, confusion.asked)}
                  </span>
                </span>
                {confusion.sentences.slice(0, SENTENCES_SHOWN).map((sentence) => (
                  <button
                    key={sentence}
                    type="button"
                    aria-label={t.open(sentence)}
                    onClick={() => onOpen(confusion, sentence)}
                    className="min-w-0 break-words rounded-xs py-0.5 text-left text-xs text-accent-text hover:underline"
                  >
                    {sentence}
                  </button>
                ))}
              </li>
            ))}
          </ul>
          {hidden > 0 && (
            <Button look="ghost" size="sm" className="self-start" onClick={() => setWhole(true)}>
              {t.more(hidden)}
            </Button>
          )}
          <p className="text-xs text-ink-2">
            {confusions.some(({ to }) => to !== null) && <span className="block">{t.adviceTaken}</span>}
            {confusions.some(({ to }) => to === null) && <span className="block">{t.adviceMissed}</span>}
          </p>
        </>
      )}
    </div>
  );
}
