"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Outputs, useTRPCClient } from "#components/trpc-client.ts";
import type { EntryContent } from "./entry-draft.ts";

export type EntryCheck = Outputs["knowledge"]["checkEntry"];
export type Lint = EntryCheck["lints"][number];

const TYPING_MS = 500;
/** A base that is being learned is asked again after this. */
const LEARNING_MS = 800;

type Checked = {
  readonly baseId: string;
  readonly entryId: string | null;
  readonly content: EntryContent;
  readonly isEnabled: boolean;
};

/** What is wrong with what is being typed; the last answer stays until the next one is there. */
export function useEntryCheck({ baseId, entryId, content, isEnabled }: Checked) {
  const client = useTRPCClient();
  const rested = useRested(JSON.stringify(content));
  return useQuery({
    queryKey: ["knowledge-check", baseId, entryId, rested],
    queryFn: () => client.knowledge.checkEntry.mutate({ baseId, entryId, content: JSON.parse(rested) }),
    enabled: isEnabled && Object.keys(JSON.parse(rested).question).length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.duplicates === null ? LEARNING_MS : false),
  });
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    if (text === rested) return;
    const timer = setTimeout(() => setRested(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return rested;
}
