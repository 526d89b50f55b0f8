"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import type { NamedVersion } from "../preview-store.ts";

/** The draft, or a version that is fetched when it is chosen: whichever was chosen last, never one that comes late. */
export function useChosenVersion() {
  const trpc = useTRPC();
  const [chosen, choose] = useState<NamedVersion | null>(null);
  const query = useQuery(
    trpc.version.get.queryOptions(
      { versionId: chosen?.id ?? "" },
      { enabled: chosen !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const version = chosen === null ? null : (query.data ?? null);
  const isReady = chosen === null || version !== null;
  return {
    chosen,
    choose,
    version,
    isReady,
    error: isReady ? null : query.error,
    retry: () => void query.refetch(),
  };
}
