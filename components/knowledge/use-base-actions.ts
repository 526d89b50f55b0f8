"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { knowledgeMessages } from "./messages.ts";

/** Makes, names, deletes and brings back bases, and says what became of it. */
export function useBaseActions() {
  const t = useTexts(knowledgeMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries(trpc.knowledge.pathFilter());
  const onError = (error: unknown) => showFailure(toErrorText(error));
  const creating = useMutation(
    trpc.knowledge.createBase.mutationOptions({
      onSuccess: async (_, { name }) => {
        showSuccess(t.created(name));
        await refresh();
      },
      onError,
    }),
  );
  const updating = useMutation(
    trpc.knowledge.updateBase.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.saved);
        await refresh();
      },
      onError,
    }),
  );
  const removing = useMutation(
    trpc.knowledge.deleteBase.mutationOptions({
      onSuccess: async ({ name }) => {
        showSuccess(t.removed(name));
        await refresh();
      },
      onError,
    }),
  );
  const restoring = useMutation(
    trpc.knowledge.restoreBase.mutationOptions({
      onSuccess: async ({ name }) => {
        showSuccess(t.restored(name));
        await refresh();
      },
      onError,
    }),
  );
  return {
    // Once made, the reader is on the way to it: a second click before the page has changed must not make another.
    isBusy:
      creating.isPending ||
      creating.isSuccess ||
      updating.isPending ||
      removing.isPending ||
      restoring.isPending,
    /** Null: it failed, and the reader was told why; or the same is being made already. */
    create: async (base: { readonly name: string; readonly description: string }) =>
      queries.isMutating({ mutationKey: trpc.knowledge.createBase.mutationKey() }) > 0
        ? null
        : creating.mutateAsync(base).catch(() => null),
    update: (base: { readonly baseId: string; readonly name: string; readonly description: string }) =>
      updating.mutateAsync(base).catch(() => null),
    remove: (baseId: string, confirmName: string) =>
      removing
        .mutateAsync({ baseId, confirmName })
        .then(() => true)
        .catch(() => false),
    restore: (baseId: string) => restoring.mutateAsync({ baseId }).catch(() => null),
  };
}
