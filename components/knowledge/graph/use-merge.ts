"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { graphMessages } from "./messages.ts";

/** Merges two things and separates them again, at once from the notice or later from the sheet. */
export function useMerge() {
  const texts = useTexts(graphMessages);
  const t = texts.merge;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSuccess: () => queries.invalidateQueries(trpc.knowledge.pathFilter()),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const merging = useMutation(trpc.knowledge.graph.merge.mutationOptions(options));
  const separating = useMutation(trpc.knowledge.graph.separate.mutationOptions(options));
  type Named = { readonly id: string; readonly name: string };
  const separate = ({ id, name }: Named) =>
    separating.mutate({ entityId: id }, { onSuccess: () => showSuccess(t.separated(name)) });
  return {
    isBusy: merging.isPending || separating.isPending,
    merge: (from: Named, into: Named, onDone: (entityId: string) => void) =>
      merging.mutate(
        { entityId: from.id, intoId: into.id },
        {
          onSuccess: ({ entityId }) => {
            showSuccess(t.done(from.name, into.name), { label: texts.undo, act: () => separate(from) });
            onDone(entityId);
          },
        },
      ),
    separate,
  };
}
