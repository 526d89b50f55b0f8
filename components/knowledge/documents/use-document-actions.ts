"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { documentMessages } from "./messages.ts";

type Named = { readonly id: string; readonly name: string };

/** Reads again, stops, deletes and brings back; what failed is said. */
export function useDocumentActions() {
  const t = useTexts(documentMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSuccess: () => queries.invalidateQueries(trpc.knowledge.pathFilter()),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const retrying = useMutation(trpc.knowledge.document.retry.mutationOptions(options));
  const cancelling = useMutation(trpc.knowledge.document.cancel.mutationOptions(options));
  const removing = useMutation(trpc.knowledge.document.delete.mutationOptions(options));
  const restoring = useMutation(trpc.knowledge.document.restore.mutationOptions(options));
  const restore = ({ id, name }: Named) =>
    void restoring.mutateAsync({ documentId: id }).then(
      () => showSuccess(t.broughtBack(name)),
      () => undefined,
    );
  return {
    isBusy: retrying.isPending || cancelling.isPending || removing.isPending || restoring.isPending,
    retry: ({ id }: Named) => retrying.mutate({ documentId: id }),
    cancel: ({ id }: Named) => cancelling.mutate({ documentId: id }),
    // The row that asked is gone before its answer: what follows must not hang on it.
    remove: async (document: Named) => {
      const isGone = await removing.mutateAsync({ documentId: document.id }).then(
        () => true,
        () => false,
      );
      if (isGone) showSuccess(t.removed(document.name), { label: t.undo, act: () => restore(document) });
    },
    restore,
  };
}
