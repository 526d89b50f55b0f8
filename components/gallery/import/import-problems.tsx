"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Notice } from "#components/ui/notice.tsx";
import { importMessages } from "./messages.ts";
import type { Upload } from "./read-upload.ts";

const SHOWN_MAX = 8;

/** Why a file was refused, with the place; nothing was changed by it. */
export function ImportProblems({ refusal }: { readonly refusal: Extract<Upload, { type: "refused" }> }) {
  const t = useTexts(importMessages);
  const locale = usePreferences((state) => state.locale);
  const { reason, problems } = refusal;
  const lines = reason ? [t[reason]] : problems.map(({ text }) => text[locale]);
  return (
    <Notice tone="danger" title={t.refusedTitle} isAlert>
      <p>{t.refusedBody}</p>
      <ul className="mt-1.5 list-disc space-y-1 pl-4 [overflow-wrap:anywhere]">
        {lines.slice(0, SHOWN_MAX).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > SHOWN_MAX && <p className="mt-1">{t.more(lines.length - SHOWN_MAX)}</p>}
    </Notice>
  );
}
