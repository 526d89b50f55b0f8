"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { caseMessages } from "./messages.ts";
import type { CaseDetail, CaseState } from "./use-case-actions.ts";

const TONES = {
  draft: "neutral",
  in_review: "info",
  approved: "success",
  retired: "neutral",
} as const satisfies Readonly<Record<CaseState, Tone>>;

export function CaseBadges({ row }: { readonly row: CaseDetail }) {
  const t = useTexts(caseMessages);
  const isOlderServed = row.isServed && row.state !== "approved";
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={TONES[row.state]} hasDot>
        {t.states[row.state]}
      </Badge>
      {row.tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {isOlderServed && <span className="text-xs text-ink-2">{t.served}</span>}
    </span>
  );
}
