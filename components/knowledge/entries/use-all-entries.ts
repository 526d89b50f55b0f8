"use client";

import { useMutation } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";
import { LOAD_MAX, loadAllEntries } from "./load-all-entries.ts";
import { type EntryFilters, type ListedEntry, toEntryQuery } from "./use-entry-filters.ts";

/** All that the filters find, and not only the page that is shown. */
export function useAllEntries(baseId: string, onLoaded: (entries: readonly ListedEntry[]) => void) {
  const client = useTRPCClient();
  const toErrorText = useErrorText();
  return useMutation({
    mutationFn: (filters: EntryFilters) =>
      loadAllEntries(async (page) => {
        const query = { ...toEntryQuery(baseId, { ...filters, page }), pageSize: LOAD_MAX };
        return (await client.knowledge.entries.query(query)).entries;
      }),
    onSuccess: onLoaded,
    onError: (error) => showFailure(toErrorText(error)),
  });
}
