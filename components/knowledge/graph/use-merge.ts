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
    // Not by a callback of `mutate`: the dialog that the notice came from is gone by then, and its callbacks with it.
    separating.mutateAsync({ entityId: id }).then(
      () => showSuccess(t.separated(name)),
      () => undefined,
    );
  return {
    isBusy: merging.isPending || separating.isPending,
    merge: (from: Named, into: Named, onDone: (entityId: string) => void) =>
      merging.mutate(
        { entityId: from.id, intoId: into.id },
        {
          onSuccess: ({ entityId }) => {
            showSuccess(t.done(from.name, into.name), { label: texts.undo, act: () => void separate(from) });
            onDone(entityId);
          },
        },
      ),
    separate,
  };
}
