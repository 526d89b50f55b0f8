"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { entryMessages } from "./messages.ts";
import type { EntryState } from "./use-entry-filters.ts";

const TONES = {
  draft: "neutral",
  in_review: "info",
  approved: "accent",
  published: "success",
  retired: "neutral",
} as const satisfies Readonly<Record<EntryState, Tone>>;

type EntryBadgesProps = {
  readonly entry: { readonly state: EntryState; readonly isStale: boolean; readonly isExpired: boolean };
};

/** Where an entry stands, and what is wrong with that. */
export function EntryBadges({ entry }: EntryBadgesProps) {
  const t = useTexts(entryMessages);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={TONES[entry.state]} hasDot>
        {t.states[entry.state]}
      </Badge>
      {entry.isStale && <Badge tone="warn">{t.flags.stale}</Badge>}
      {entry.isExpired && <Badge tone="danger">{t.flags.expired}</Badge>}
    </span>
  );
}
