"use client";

import { MessagesSquare } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { conversationMessages } from "./messages.ts";

export function PickConversation() {
  const t = useTexts(conversationMessages);
  return (
    <div className="flex h-full items-center justify-center">
      <EmptyState icon={MessagesSquare} title={t.pickTitle} body={t.pickBody} />
    </div>
  );
}
