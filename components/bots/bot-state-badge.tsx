"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { botMessages } from "./messages.ts";

export type BotState = Outputs["bot"]["list"][number]["state"];

const TONES = {
  live: "success",
  paused: "neutral",
  unpublished: "info",
  failing: "danger",
} as const satisfies Readonly<Record<BotState, Tone>>;

export function BotStateBadge({ state }: { readonly state: BotState }) {
  const t = useTexts(botMessages);
  return (
    <Badge tone={TONES[state]} hasDot>
      {t.states[state]}
    </Badge>
  );
}
