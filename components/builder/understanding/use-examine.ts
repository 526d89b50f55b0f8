"use client";

import { useCallback } from "react";
import { useTRPCClient } from "#components/trpc-client.ts";
import type { Examined } from "#flows/preview/examined-part.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { examineParts } from "./examine-parts.ts";

const POLL_MS = 500;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));

/** Has parts of the open document examined; `examinations` of the store tells what came of it. */
export function useExamine(): (parts: readonly Examined[]) => void {
  const store = useBuilderStore();
  const client = useTRPCClient();
  return useCallback(
    (parts) => {
      void examineParts({ store, ask: (question) => client.preview.examine.mutate(question), pause }, parts);
    },
    [store, client],
  );
}
