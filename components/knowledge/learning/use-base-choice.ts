"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/trpc-client.ts";

/** Remembered while the program is open: who goes through a list mostly fills one base. */
let lastBaseId: string | null = null;

/** The base that decisions go to: the one that is near, else the one chosen last, else the first. */
export function useBaseChoice(nearBaseId: string | null) {
  const trpc = useTRPC();
  const bases = useQuery(trpc.knowledge.bases.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const ids = (bases.data ?? []).map(({ id }) => id);
  const baseId = [chosen, nearBaseId, lastBaseId].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  return {
    isPending: bases.isPending,
    bases: bases.data ?? [],
    baseId: baseId ?? null,
    choose: (id: string) => {
      lastBaseId = id;
      setChosen(id);
    },
  };
}
