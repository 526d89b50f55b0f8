"use client";

import { ChevronRight } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import type { Acted, LearningReport } from "#flows/preview/learning-report.ts";
import {
  type Advice,
  actAt,
  adviseThreshold,
  CURVE_ASKED_MIN,
  listPoints,
} from "#flows/preview/threshold-curve.ts";
import { ThresholdChart } from "./threshold-chart.tsx";
import { thresholdMessages } from "./threshold-messages.ts";
import { ThresholdTable } from "./threshold-table.tsx";
import { type Texts, toActedText, toThresholdText } from "./threshold-text.ts";

export type ThresholdHands = {
  /** What the author set for an intent or for all entries; null: nothing. */
  thresholdOf(id: string): number | null;
  /** Sets it for all of them; null takes what was measured. Absent for readers. */
  onTake?(threshold: number | null): void;
};

type ThresholdViewProps = ThresholdHands & {
  readonly report: LearningReport;
  /** Each of them has a threshold of its own, which taking another overwrites. */
  readonly isOfIntents: boolean;
};

/** What the threshold of now makes of the examples, what others would, and a better one to take with a click. */
export function ThresholdView({ report, isOfIntents, thresholdOf, onTake }: ThresholdViewProps) {
  const t = useTexts(thresholdMessages);
  const { asked } = report;
  if (asked < CURVE_ASKED_MIN) return <p className="text-xs text-ink-2">{t.few(asked, CURVE_ASKED_MIN)}</p>;
  const now = toNow(report, thresholdOf);
  const points = listPoints(report);
  return (
    <section aria-label={t.title} className="flex flex-col gap-1.5 border-t border-line pt-2">
      <p className="text-ink">{t.now(toNowText(now, t))}</p>
      <p className="text-xs text-ink-2">
        {toActedText(now.acted, asked, t)}
        {t.stop}
        {t.rest}
      </p>
      <ThresholdChart points={points} asked={asked} now={now.range} />
      <AdviceLine report={report} isOfIntents={isOfIntents} now={now} {...(onTake && { onTake })} />
      <details className="group">
        <summary className="flex cursor-pointer select-none items-center gap-1 text-xs text-ink-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            className="size-3.5 transition-transform duration-[var(--fast)] group-open:rotate-90"
            aria-hidden
          />
          {t.table}
        </summary>
        <ThresholdTable points={points} asked={asked} />
      </details>
    </section>
  );
}

type Now = {
  readonly range: readonly [from: number, to: number];
  /** No author has set any. */
  readonly isMeasured: boolean;
  readonly acted: Acted;
};

function toNow(report: LearningReport, thresholdOf: ThresholdHands["thresholdOf"]): Now {
  const inForce = new Map(report.taken.map(({ id, threshold }) => [id, thresholdOf(id) ?? threshold]));
  const isMeasured = report.taken.every(({ id }) => thresholdOf(id) === null);
  return {
    range: [Math.min(1, ...inForce.values()), Math.max(0, ...inForce.values())],
    isMeasured,
    acted: isMeasured ? report.measured : actAt(report, (id) => inForce.get(id) ?? 1),
  };
}

function toNowText({ range: [from, to], isMeasured }: Now, t: Texts): string {
  const text = from === to ? toThresholdText(from) : t.range(toThresholdText(from), toThresholdText(to));
  return isMeasured ? t.measured(text) : text;
}

type AdviceLineProps = Pick<ThresholdViewProps, "onTake" | "report" | "isOfIntents"> & {
  readonly now: Now;
};

function AdviceLine({ report, isOfIntents, now, onTake }: AdviceLineProps) {
  const t = useTexts(thresholdMessages);
  const advice = adviseThreshold(report);
  if (advice.type === "none") return <p className="text-xs text-warn-text">{t.adviceNone}</p>;
  if (isNow(advice, now)) return <p className="text-xs text-ink-2">{t.adviceIsNow}</p>;
  const taken = advice.type === "threshold" ? advice.threshold : null;
  const acted = taken === null ? report.measured : actAt(report, () => taken);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-40 flex-1 text-xs text-ink-2">
        {taken === null ? t.adviceMeasured : t.adviceThreshold(toThresholdText(taken))}
        {toActedText(acted, report.asked, t)}
        {t.stop}
      </p>
      {onTake && (
        <Button size="sm" onClick={() => onTake(taken)}>
          {toTakeText(taken, isOfIntents, t)}
        </Button>
      )}
    </div>
  );
}

function toTakeText(taken: number | null, isOfIntents: boolean, t: Texts): string {
  if (taken === null) return isOfIntents ? t.takeMeasuredForAll : t.takeMeasured;
  return (isOfIntents ? t.takeForAll : t.take)(toThresholdText(taken));
}

function isNow(advice: Advice, { isMeasured, range: [from, to] }: Now): boolean {
  if (advice.type === "threshold") return from === advice.threshold && to === advice.threshold;
  return advice.type === "measured" && isMeasured;
}
