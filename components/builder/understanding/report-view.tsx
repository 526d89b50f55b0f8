"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ASKED_MIN, type Confusion, type LearningReport } from "#flows/preview/learning-report.ts";
import { ConfusionRow } from "./confusion-row.tsx";
import { examineMessages } from "./messages.ts";
import { type ThresholdHands, ThresholdView } from "./threshold-view.tsx";

const PAIRS_SHOWN = 5;
/** From here on what goes wrong is a remainder. */
const GOOD_SHARE = 0.85;

export type ReportHands = {
  /** What the author calls it. */
  nameOf(id: string): string;
  /** Whether the sentence still stands where it was. */
  isThere?(confusion: Confusion, sentence: string): boolean;
  /** Goes to where a sentence can be changed. */
  onOpen(confusion: Confusion, sentence: string): void;
  /** Puts a sentence under what it was taken for. */
  onMove?(confusion: Confusion, sentence: string): void;
  /** Absent where no threshold can be set. */
  readonly threshold?: ThresholdHands;
};

type ReportViewProps = ReportHands & { readonly report: LearningReport; readonly isOfIntents: boolean };

/** How many sentences were recognised, which were not, and what can be done about it; no number where there are too few. */
export function ReportView({
  report,
  isThere = () => true,
  threshold,
  isOfIntents,
  ...hands
}: ReportViewProps) {
  const t = useTexts(examineMessages);
  const [isWhole, setWhole] = useState(false);
  const { asked, right } = report;
  if (asked < ASKED_MIN) {
    return (
      <p role="status" className="text-warn-text">
        {t.tooFew(asked, ASKED_MIN)}
      </p>
    );
  }
  const share = right / asked;
  const left = report.confusions
    .map((confusion) => ({
      confusion,
      sentences: confusion.sentences.filter((sentence) => isThere(confusion, sentence)),
    }))
    .filter(({ sentences }) => sentences.length > 0);
  const shown = isWhole ? left : left.slice(0, PAIRS_SHOWN);
  const hidden = left.length - shown.length;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink">
        <Badge tone={share >= GOOD_SHARE ? "success" : "warn"}>{t.percent(Math.floor(share * 100))}</Badge>
        {t.right(right, asked)}
      </p>
      {report.confusions.length === 0 && <p className="text-ink-2">{t.none}</p>}
      {left.length > 0 && (
        <>
          <ul aria-label={t.confusions} className="flex flex-col gap-2">
            {shown.map(({ confusion, sentences }) => (
              <ConfusionRow
                key={`${confusion.from} ${confusion.to}`}
                {...{ confusion, sentences, ...hands }}
              />
            ))}
          </ul>
          {hidden > 0 && (
            <Button look="ghost" size="sm" className="self-start" onClick={() => setWhole(true)}>
              {t.more(hidden)}
            </Button>
          )}
          <p className="text-xs text-ink-2">
            {left.some(({ confusion }) => confusion.to !== null) && (
              <span className="block">{t.adviceTaken}</span>
            )}
            {left.some(({ confusion }) => confusion.to === null) && (
              <span className="block">{t.adviceMissed}</span>
            )}
          </p>
        </>
      )}
      {threshold && <ThresholdView report={report} isOfIntents={isOfIntents} {...threshold} />}
    </div>
  );
}
