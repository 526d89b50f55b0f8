"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc-client.ts";

export function useCategories(baseId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.knowledge.categories.queryOptions({ baseId }));
}
