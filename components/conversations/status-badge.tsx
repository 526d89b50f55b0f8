"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { conversationMessages } from "./messages.ts";

export type ConversationStatus = Outputs["conversation"]["get"]["conversation"]["status"];

const TONES = {
  waiting: "info",
  working: "accent",
  queued: "warn",
  human: "success",
  ended: "neutral",
} as const satisfies Readonly<Record<ConversationStatus, Tone>>;

export function StatusBadge({ status }: { readonly status: ConversationStatus }) {
  const t = useTexts(conversationMessages);
  return <Badge tone={TONES[status]}>{t.statuses[status]}</Badge>;
}
