"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { manageMessages } from "./manage-messages.ts";

/** Copies, deletes and brings back bots, and says what became of it. */
export function useBotActions() {
  const t = useTexts(manageMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saying = (toText: (name: string) => string) => ({
    onSuccess: async ({ name }: { readonly name: string }) => {
      showSuccess(toText(name));
      await queries.invalidateQueries(trpc.bot.pathFilter());
    },
    onError: (error: unknown) => showFailure(toErrorText(error)),
  });
  const copying = useMutation(trpc.bot.duplicate.mutationOptions(saying(t.duplicated)));
  const removing = useMutation(trpc.bot.delete.mutationOptions(saying(t.removed)));
  const restoring = useMutation(trpc.bot.restore.mutationOptions(saying(t.restored)));
  return {
    isBusy: copying.isPending || removing.isPending || restoring.isPending,
    duplicate: ({ id, name }: { readonly id: string; readonly name: string }) =>
      copying.mutate({ botId: id, name: t.copyName(name) }),
    remove: (botId: string, confirmName: string) =>
      removing
        .mutateAsync({ botId, confirmName })
        .then(() => true)
        .catch(() => false),
    restore: (botId: string) => restoring.mutateAsync({ botId }).catch(() => null),
  };
}
