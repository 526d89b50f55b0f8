"use client";

import { X } from "lucide-react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";
import type { SkippedPhrasing } from "./use-decisions.ts";

type SkippedPhrasingsProps = { readonly skipped: readonly SkippedPhrasing[]; onClose(): void };

/** What was left out of the last addition, and which entry it is nearer to. */
export function SkippedPhrasings({ skipped, onClose }: SkippedPhrasingsProps) {
  const t = useTexts(learningMessages);
  const locale = usePreferences((state) => state.locale);
  if (skipped.length === 0) return null;
  return (
    <div className="relative mb-3">
      <Notice tone="warn" title={t.skippedTitle(skipped.length)} isAlert>
        <ul>
          {skipped.map(({ text, question }) => (
            <li key={text} className="break-words">
              {t.skipped(text, toQuestion(question, locale))}
            </li>
          ))}
        </ul>
      </Notice>
      <IconButton icon={X} label={t.close} onClick={onClose} className="absolute right-1.5 top-1.5" />
    </div>
  );
}
