"use client";

import type { ReactNode } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { HelpPopover } from "../help-popover.tsx";
import { toPercent } from "../to-percent.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { healthMessages } from "./messages.ts";

type Measures = Outputs["knowledge"]["health"]["measures"];
export type Measured = Measures["accuracy"];
export type MeasureId = keyof Measures["targets"];

const TONES = {
  met: "success",
  missed: "danger",
  unclear: "warn",
  too_few: "neutral",
} as const satisfies Readonly<Record<Measured["verdict"], Tone>>;

type Line = { readonly name?: string; readonly measured: Measured };

type MeasureCardProps = {
  readonly id: MeasureId;
  readonly lines: readonly Line[];
  readonly target: number;
  readonly countMin: number;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
};

/** One measure with its count, its interval, its target, and how it is computed. */
export function MeasureCard({ id, lines, target, countMin, note, action }: MeasureCardProps) {
  const t = useTexts(healthMessages);
  return (
    <section
      aria-label={t.names[id]}
      className={joinClasses(
        "flex flex-col gap-3 rounded-lg border border-line bg-surface px-5 py-4",
        lines.length > 1 && "md:col-span-2",
      )}
    >
      <header className="flex items-center justify-between gap-2">
        <h3 className="flex items-center gap-1 text-base font-semibold text-ink">
          {t.names[id]}
          <HelpPopover label={t.helpOf(t.names[id])} lines={t.help[id]} />
        </h3>
        {action}
      </header>
      <div
        className={joinClasses(
          "grid flex-1 content-start gap-x-8 gap-y-4",
          lines.length > 1 && "md:grid-cols-2",
        )}
      >
        {lines.map(({ name, measured }) => (
          <MeasureLine
            key={name ?? id}
            name={name ?? null}
            measured={measured}
            target={target}
            countMin={countMin}
          />
        ))}
      </div>
      <footer className="flex flex-col gap-0.5 text-xs text-ink-3">
        <span>{t.target(`${Math.round(target * 100)}%`)}</span>
        {note}
      </footer>
    </section>
  );
}

type MeasureLineProps = {
  readonly name: string | null;
  readonly measured: Measured;
  readonly target: number;
  readonly countMin: number;
};

function MeasureLine({ name, measured, target, countMin }: MeasureLineProps) {
  const t = useTexts(healthMessages);
  const formats = useFormats();
  const { value, count, verdict } = measured;
  const badge = <Badge tone={TONES[verdict]}>{t.verdicts[verdict]}</Badge>;
  if (value === null)
    return (
      <div>
        {name && <p className="text-sm text-ink-2">{name}</p>}
        <p className="flex items-center gap-2">
          <span className="text-xl font-semibold text-ink-3">—</span>
          {badge}
        </p>
        <p className="mt-0.5 text-sm text-ink-2 tabular-nums">{t.tooFew(count, countMin)}</p>
      </div>
    );
  const { share, interval } = value;
  return (
    <div>
      {name && <p className="text-sm text-ink-2">{name}</p>}
      <p className="flex items-center gap-2">
        <span className="text-xl font-semibold text-ink tabular-nums">{toPercent(share)}</span>
        {badge}
      </p>
      <IntervalBar low={interval.low} high={interval.high} share={share} target={target} />
      <p className="text-sm text-ink-2 tabular-nums">
        {t.interval(toPercent(interval.low), toPercent(interval.high), formats.number(count))}
      </p>
    </div>
  );
}
