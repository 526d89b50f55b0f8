"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { botMessages } from "./messages.ts";

/** Saves name and settings as a whole and brings every page up to date. */
export function useSettingsSaver() {
  const t = useTexts(botMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.bot.updateSettings.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.bot.pathFilter());
        showSuccess(t.saved);
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
}
