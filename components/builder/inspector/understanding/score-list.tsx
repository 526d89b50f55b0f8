"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { understandingMessages } from "./messages.ts";

type Score = { readonly id: string; readonly label: string; readonly score: number };

type ScoreListProps = {
  readonly outcome: string;
  readonly tone: Tone;
  readonly scores: readonly Score[];
};

/** The outcome, and how near each candidate came. */
export function ScoreList({ outcome, tone, scores }: ScoreListProps) {
  const t = useTexts(understandingMessages);
  return (
    <div className="flex flex-col gap-1.5">
      <Badge tone={tone} hasDot>
        {outcome}
      </Badge>
      <ol className="flex flex-col gap-1">
        {scores.map(({ id, label, score }, index) => {
          const percent = Math.round(score * 100);
          return (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_64px_36px] items-center gap-2">
              <span className={index === 0 ? "truncate font-medium text-ink" : "truncate text-ink-2"}>
                {label}
              </span>
              <span className="h-1.5 overflow-hidden rounded-full bg-pressed" aria-hidden>
                <span
                  className={
                    index === 0 ? "block h-full rounded-full bg-accent" : "block h-full rounded-full bg-ink-3"
                  }
                  style={{ width: `${percent}%` }}
                />
              </span>
              <span className="text-right text-xs text-ink-3" title={t.score(percent)}>
                {percent}%
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
