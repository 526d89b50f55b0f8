"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc-client.ts";
import type { Bundle } from "#flows/kernel/flow.ts";

/** Stands for what is on the canvas now, in the place of a version's id. */
export const DRAFT = "draft";

type Side = {
  readonly bundle: Bundle | undefined;
  readonly error: unknown;
  retry(): void;
};

/** One of the two documents. A version never changes; the draft is read once, when the page is opened. */
export function useCompareSide(botId: string, ref: string | null): Side {
  const trpc = useTRPC();
  const isDraft = ref === DRAFT;
  const version = useQuery({
    ...trpc.version.get.queryOptions(ref === null || isDraft ? skipToken : { versionId: ref }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const draft = useQuery({
    ...trpc.draft.get.queryOptions(isDraft ? { botId } : skipToken),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const query = isDraft ? draft : version;
  return { bundle: query.data?.bundle, error: query.error, retry: () => void query.refetch() };
}
