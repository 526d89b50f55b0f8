"use client";

import { useMutation } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";
import { type EntryFilters, type ListedEntry, toEntryQuery } from "./use-entry-filters.ts";

/** The most that one act takes; the server refuses more. */
export const BULK_MAX = 500;
/** The most that the server gives at once. */
const PAGE_MAX = 100;

/** All that the filters find, in their order, and not only the page that is shown. */
export function useAllEntries(baseId: string, onLoaded: (entries: readonly ListedEntry[]) => void) {
  const client = useTRPCClient();
  const toErrorText = useErrorText();
  return useMutation({
    mutationFn: async (filters: EntryFilters) => {
      const found: ListedEntry[] = [];
      for (let page = 0; page * PAGE_MAX < BULK_MAX; page += 1) {
        const { entries } = await client.knowledge.entries.query({
          ...toEntryQuery(baseId, { ...filters, page }),
          pageSize: PAGE_MAX,
        });
        found.push(...entries);
        if (entries.length < PAGE_MAX) break;
      }
      return found;
    },
    onSuccess: onLoaded,
    onError: (error) => showFailure(toErrorText(error)),
  });
}
