"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import type { BuilderStore } from "../store/builder-store.ts";

/** Shows at once what was examined earlier and is as it was then. What this page has found out itself is newer. */
export function useKeptExaminations(store: BuilderStore): void {
  const trpc = useTRPC();
  const { botId } = store.getState();
  const { data } = useQuery(
    trpc.preview.examinations.queryOptions({ botId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  useEffect(() => {
    for (const { key, report } of data ?? []) {
      const { examinations, setExamination } = store.getState();
      if (!examinations.has(key)) setExamination(key, { state: "done", report });
    }
  }, [store, data]);
}
