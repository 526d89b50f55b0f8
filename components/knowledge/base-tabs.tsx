"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { BaseDetail } from "./base-page.tsx";
import { knowledgeMessages } from "./messages.ts";

export function BaseTabs({ base }: { readonly base: BaseDetail; readonly tab: string | null }) {
  const t = useTexts(knowledgeMessages);
  return (
    <ul aria-label={t.usedBy}>
      {base.usedBy.map((bot) => (
        <li key={bot.botId}>
          {bot.name} <Badge>{bot.isLive ? t.live : t.inDraft}</Badge>
        </li>
      ))}
    </ul>
  );
}
