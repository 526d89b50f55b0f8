"use client";

import { useEffect, useRef } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";
import { SignalBadges } from "./signal-badges.tsx";
import type { ListedCluster } from "./use-learning-address.ts";

type ClusterRowProps = {
  readonly cluster: ListedCluster;
  /** The one that keys act on. */
  readonly isCurrent: boolean;
  /** Null where the reader may decide nothing. */
  readonly isSelected: boolean | null;
  onSelect(isSelected: boolean): void;
  onOpen(): void;
};

export function ClusterRow({ cluster, isCurrent, isSelected, onSelect, onOpen }: ClusterRowProps) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const [nearest] = cluster.near;
  return (
    <li
      ref={row}
      aria-current={isCurrent || undefined}
      className={joinClasses(
        "relative flex gap-3 px-4 py-3 transition-colors duration-[var(--fast)] hover:bg-hover",
        isCurrent ? "bg-hover shadow-[inset_2px_0_0_var(--accent)]" : "",
      )}
    >
      {isSelected !== null && (
        <span className="relative z-10 pt-0.5">
          <Checkbox label={t.select(cluster.title)} isChecked={isSelected} onChange={onSelect} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onOpen}
          className="line-clamp-2 break-words text-left font-medium text-ink after:absolute after:inset-0"
        >
          {cluster.title}
        </button>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          {cluster.isReopened && (
            <span title={t.reopenedHint}>
              <Badge tone="accent">{t.reopened}</Badge>
            </span>
          )}
          <SignalBadges signals={cluster.signals} />
          {nearest && (
            <span className="min-w-0 max-w-full truncate">
              {t.nearest(toQuestion(nearest.question, locale))}
            </span>
          )}
        </p>
      </div>
      <div className="shrink-0 text-right text-sm">
        <p className="font-medium text-ink">{t.asks(formats.number(cluster.asks))}</p>
        <p className="text-xs text-ink-3">{t.people(formats.number(cluster.people))}</p>
        <p className="mt-0.5 text-xs text-ink-3">{formats.short(cluster.lastAt)}</p>
      </div>
    </li>
  );
}
