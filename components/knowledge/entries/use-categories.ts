"use client";

import { useQuery } from "@tanstack/react-query";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";

type Category = Outputs["knowledge"]["categories"][number];

export function useCategories(baseId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.knowledge.categories.queryOptions({ baseId }));
}
