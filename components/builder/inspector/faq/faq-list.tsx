"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { pickText } from "#flows/kernel/text.ts";
import { understandingMessages } from "../understanding/messages.ts";

type FaqListProps = {
  readonly entries: readonly FaqEntry[];
  readonly openId: string | null;
  readonly className: string;
  onOpen(entryId: string): void;
};

const ROW_PX = 48;

/** Only the rows in sight are in the page, however many there are. */
export function FaqList({ entries, openId, className, onOpen }: FaqListProps) {
  const t = useTexts(understandingMessages).entry;
  const locale = usePreferences((state) => state.locale);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={joinClasses("overflow-y-auto", className)}>
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const answer = pickText(entry.answer, locale, locale).trim();
          return (
            <li
              key={entry.id}
              className="absolute inset-x-0 border-b border-line"
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                aria-current={entry.id === openId || undefined}
                onClick={() => onOpen(entry.id)}
                className="flex h-full w-full flex-col justify-center px-3 text-left hover:bg-hover aria-[current]:bg-accent-soft"
              >
                <span className="flex w-full items-baseline gap-2">
                  <span className="min-w-0 flex-1 truncate text-sm text-ink">
                    {pickText(entry.question, locale, locale).trim() || t.untitled}
                  </span>
                  <span className="shrink-0 text-xs text-ink-3">{t.similarCount(entry.similar.length)}</span>
                </span>
                <span
                  className={joinClasses("w-full truncate text-xs", answer ? "text-ink-3" : "text-warn-text")}
                >
                  {answer || t.noAnswer}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
