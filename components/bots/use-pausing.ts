"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { botMessages } from "./messages.ts";

type PausableBot = { readonly id: string; readonly name: string };

/** Pauses and resumes one bot and says so. */
export function usePausing(bot: PausableBot) {
  const t = useTexts(botMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const after = (text: string) => ({
    onSuccess: async () => {
      showSuccess(text);
      await queries.invalidateQueries(trpc.bot.pathFilter());
    },
    onError: (error: unknown) => showFailure(toErrorText(error)),
  });
  const pause = useMutation(trpc.bot.pause.mutationOptions(after(t.paused(bot.name))));
  const resume = useMutation(trpc.bot.resume.mutationOptions(after(t.resumed(bot.name))));
  return {
    isBusy: pause.isPending || resume.isPending,
    pause: () => pause.mutateAsync({ botId: bot.id }).catch(() => null),
    resume: () => resume.mutateAsync({ botId: bot.id }).catch(() => null),
  };
}
