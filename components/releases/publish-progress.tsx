"use client";

import { useEffect, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { releaseMessages } from "./messages.ts";
import { toProgressText } from "./to-progress-text.ts";

type Progress = NonNullable<Outputs["release"]["publishing"]>;

type PublishProgressProps = {
  readonly tests: { readonly done: number; readonly total: number } | null;
  /** Null until the server has told how far it is. */
  readonly progress: Progress | null;
  /** Names whoever publishes, when it is not this tab. */
  readonly isForeign?: boolean;
};

/** What is over before this is not worth a bar that comes and goes. */
const SHOWN_AFTER_MS = 400;

/** What is going on between the click and the outcome: what is done, and how much of it. */
export function PublishProgress({ tests, progress, isForeign = false }: PublishProgressProps) {
  const t = useTexts(releaseMessages);
  const me = useMe();
  const isShown = useAfter(SHOWN_AFTER_MS);
  if (!isShown) return null;
  const isTesting = tests !== null && tests.total > 0;
  const share = isTesting ? tests.done / tests.total : toShare(progress);
  const text = tests ? t.dialog.testing(tests.done, tests.total) : toProgressText(progress, t.progress);
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className="flex flex-col gap-1.5 text-sm text-ink-2">
      {isForeign && progress && (
        <p className="font-medium text-ink">
          {progress.by.id === me.id ? t.progress.byYou : t.progress.by(progress.by.name)}
        </p>
      )}
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 break-words">{text}</p>
        {percent !== null && <span className="shrink-0 tabular-nums">{t.progress.percent(percent)}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={t.progress.bar}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="h-1.5 overflow-hidden rounded-full bg-pressed"
      >
        <div
          className={
            percent === null
              ? "h-full w-1/3 animate-pulse rounded-full bg-accent motion-reduce:animate-none"
              : "h-full rounded-full bg-accent transition-[width] duration-[var(--slow)]"
          }
          style={percent === null ? undefined : { width: `${Math.max(2, percent)}%` }}
        />
      </div>
      {/* Read out at each quarter only: every percent would drown all else. */}
      <p className="sr-only" role="status">
        {t.progress.quarter(isTesting ? t.dialog.testingStart : t.progress.title, toQuarter(percent))}
      </p>
      {progress?.step.type === "learning" && <p className="text-xs text-ink-3">{t.progress.leave}</p>}
    </div>
  );
}

/** Learning takes nearly all of the time; before it nothing is known, after it all but the writing is done. */
function toShare(progress: Progress | null): number | null {
  switch (progress?.step.type) {
    case "learning":
      return progress.step.share;
    case "releasing":
      return 1;
    default:
      return null;
  }
}

const toQuarter = (percent: number | null): number => Math.floor((percent ?? 0) / 25) * 25;

function useAfter(ms: number): boolean {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isPast;
}
