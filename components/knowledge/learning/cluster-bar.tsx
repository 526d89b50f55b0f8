"use client";

import { EyeOff, Merge, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { learningMessages } from "./messages.ts";
import type { Decisions } from "./use-decisions.ts";

type ClusterBarProps = {
  /** In the order in which they are listed: the first one stays when they are merged. */
  readonly selected: readonly string[];
  readonly decisions: Decisions;
  onClear(): void;
};

/** Stays in view at the foot while something is selected. */
export function ClusterBar({ selected, decisions, onClear }: ClusterBarProps) {
  const t = useTexts(learningMessages);
  if (selected.length === 0) return null;
  const after = (work: Promise<unknown>) => void work.then((answer) => answer !== null && onClear());
  return (
    <section
      aria-label={t.bulkLabel}
      className="sticky bottom-4 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2.5 shadow-pop"
    >
      <span className="mr-1 text-sm font-medium text-ink" aria-live="polite">
        {t.selected(selected.length)}
      </span>
      <Button
        icon={Merge}
        disabled={selected.length < 2 || decisions.isBusy}
        onClick={() => after(decisions.merge([...selected]))}
      >
        {t.merge}
      </Button>
      <Button
        icon={EyeOff}
        disabled={decisions.isBusy}
        onClick={() => after(decisions.ignore([...selected]))}
      >
        {t.ignore}
      </Button>
      <IconButton icon={X} label={t.clear} onClick={onClear} className="ml-auto" />
    </section>
  );
}
