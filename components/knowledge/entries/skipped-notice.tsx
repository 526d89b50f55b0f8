"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { entryMessages } from "./messages.ts";
import { toSkippedLines } from "./to-skipped-lines.ts";
import type { Skipped } from "./use-entry-changes.ts";

type SkippedNoticeProps = {
  readonly skipped: Skipped;
  /** Left out where it is plain which entry is meant. */
  nameOf?(entryId: string): string | null;
  toHref?(entryId: string): string;
  onClose(): void;
};

/** What an act left as it was, and why. */
export function SkippedNotice({
  skipped,
  nameOf = () => null,
  toHref = () => "",
  onClose,
}: SkippedNoticeProps) {
  const t = useTexts(entryMessages);
  if (skipped.length === 0) return null;
  return (
    <div className="relative mb-3">
      <Notice tone="warn" title={t.bulk.skipped(skipped.length)} isAlert>
        <ul>
          {toSkippedLines(skipped, nameOf).map(({ reason, count, shown }) => (
            <li key={reason} className="break-words">
              {t.bulk.skippedLine(t.skips[reason], count)}
              {shown.map(({ entryId, name }) => (
                <Link key={entryId} href={toHref(entryId)} className="ml-2 underline underline-offset-2">
                  {name}
                </Link>
              ))}
            </li>
          ))}
        </ul>
      </Notice>
      <IconButton icon={X} label={t.bulk.clear} onClick={onClose} className="absolute right-1.5 top-1.5" />
    </div>
  );
}
