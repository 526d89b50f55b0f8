"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";
import type { Talk } from "./conversation-view.tsx";

type Pages = {
  readonly messages: Talk["messages"];
  readonly turns: Talk["turns"];
  readonly hasEarlier: boolean;
};

/** Puts earlier pages before the newest one, which goes on refreshing by itself. */
export function useEarlier(talk: Talk) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const [earlier, setEarlier] = useState<Pages | null>(null);
  const first = earlier?.messages[0]?.seq ?? talk.messages[0]?.seq ?? 1;
  const load = useMutation({
    mutationFn: () =>
      queries.fetchQuery(
        trpc.conversation.get.queryOptions({ conversationId: talk.conversation.id, before: first }),
      ),
    onSuccess: (page) =>
      setEarlier({
        messages: [...page.messages, ...(earlier?.messages ?? [])],
        turns: [...page.turns, ...(earlier?.turns ?? [])],
        hasEarlier: page.hasEarlier,
      }),
    onError: (error) => showFailure(toErrorText(error)),
  });
  const turns = new Map([...(earlier?.turns ?? []), ...talk.turns].map((turn) => [turn.number, turn]));
  const messages = new Map(
    [...(earlier?.messages ?? []), ...talk.messages].map((message) => [message.seq, message]),
  );
  return {
    messages: [...messages.values()],
    turns: [...turns.values()].toSorted((one, other) => one.number - other.number),
    hasEarlier: earlier?.hasEarlier ?? talk.hasEarlier,
    isLoading: load.isPending,
    loadEarlier: () => load.mutate(),
  };
}
