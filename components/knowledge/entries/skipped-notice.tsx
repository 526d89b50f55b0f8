"use client";

import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { entryMessages } from "./messages.ts";
import type { Skipped } from "./use-entry-changes.ts";

type SkippedNoticeProps = { readonly skipped: Skipped; onClose(): void };

/** What an act left as it was, and why. */
export function SkippedNotice({ skipped, onClose }: SkippedNoticeProps) {
  const t = useTexts(entryMessages);
  if (skipped.length === 0) return null;
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  return (
    <div className="relative mb-3">
      <Notice tone="warn" title={t.bulk.skipped(skipped.length)} isAlert>
        <ul>
          {[...reasons].map(([reason, those]) => (
            <li key={reason}>
              {those.length} · {t.skips[reason]}
            </li>
          ))}
        </ul>
      </Notice>
      <IconButton icon={X} label={t.bulk.clear} onClick={onClose} className="absolute right-1.5 top-1.5" />
    </div>
  );
}
