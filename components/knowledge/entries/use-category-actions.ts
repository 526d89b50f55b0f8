"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";

type Place = { readonly name: string; readonly parentId: string | null };

/** Makes, renames, moves and deletes categories; each tells whether it succeeded. */
export function useCategoryActions(baseId: string) {
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.knowledge.categories.pathFilter());
      await queries.invalidateQueries(trpc.knowledge.entries.pathFilter());
    },
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const making = useMutation(trpc.knowledge.createCategory.mutationOptions(options));
  const changing = useMutation(trpc.knowledge.updateCategory.mutationOptions(options));
  const removing = useMutation(trpc.knowledge.deleteCategory.mutationOptions(options));
  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  return {
    isBusy: making.isPending || changing.isPending || removing.isPending,
    make: (place: Place) => succeeds(making.mutateAsync({ baseId, ...place })),
    change: (categoryId: string, place: Place) =>
      succeeds(changing.mutateAsync({ baseId, categoryId, ...place })),
    remove: (categoryId: string) => succeeds(removing.mutateAsync({ baseId, categoryId })),
  };
}
