"use client";

import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ClusterDetail } from "./cluster-detail.tsx";
import { learningMessages } from "./messages.ts";
import type { Decisions } from "./use-decisions.ts";

type ClusterSheetProps = { readonly clusterId: string; readonly decisions: Decisions; onClose(): void };

/** One group: what was asked, what is near, and what to do about it. */
export function ClusterSheet({ clusterId, decisions, onClose }: ClusterSheetProps) {
  const t = useTexts(learningMessages);
  const trpc = useTRPC();
  const cluster = useQuery(trpc.knowledge.learning.cluster.queryOptions({ clusterId }));
  if (cluster.data) return <ClusterDetail cluster={cluster.data} decisions={decisions} onClose={onClose} />;
  const isGone = ["not_found", "invalid_request"].includes(toFailure(cluster.error).code);
  return (
    <Sheet title={t.title} onClose={onClose}>
      {cluster.isPending ? (
        <Loading>
          <Skeleton className="h-16 w-full" />
          <Skeleton className="mt-4 h-32 w-full" />
        </Loading>
      ) : isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : (
        <ErrorState error={cluster.error} onRetry={() => void cluster.refetch()} />
      )}
    </Sheet>
  );
}
