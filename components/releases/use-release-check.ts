"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTRPC } from "#components/trpc-client.ts";
import type { Comparison } from "#flows/compare/change.ts";
import { compareBundles } from "#flows/compare/compare-bundles.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";

/** What publishing would do now, and what of it is new; asked again for each saved state of the draft. */
export function useReleaseCheck() {
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const bundle = useBuilder((state) => state.bundle);
  const rev = useBuilder((state) => state.rev);
  const isSaved = useBuilder(({ saving }) => saving.status === "saved" && saving.waiting === 0);
  const check = useQuery({
    ...trpc.release.check.queryOptions(isSaved ? { botId } : skipToken),
    gcTime: 0,
  });
  const checkedRev = check.data?.draftRev;
  const recheck = useEffectEvent(() => void check.refetch());
  useEffect(() => {
    if (isSaved && checkedRev !== undefined && checkedRev !== rev) recheck();
  }, [isSaved, checkedRev, rev]);
  const liveId = check.data?.live?.versionId;
  const live = useQuery({
    ...trpc.version.get.queryOptions(liveId === undefined ? skipToken : { versionId: liveId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const liveBundle = live.data?.bundle;
  const comparison = useMemo<Comparison | null>(
    () => (liveBundle ? compareBundles(liveBundle, bundle, definitionRegistry) : null),
    [liveBundle, bundle],
  );
  return {
    check,
    isSaved,
    comparison,
    error: check.error ?? live.error,
    isReady:
      isSaved &&
      checkedRev === rev &&
      check.data !== undefined &&
      (check.data.live === null || comparison !== null),
  };
}
