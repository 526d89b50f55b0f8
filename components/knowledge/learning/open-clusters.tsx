"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, SearchX } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ClusterBar } from "./cluster-bar.tsx";
import { ClusterList } from "./cluster-list.tsx";
import { learningMessages } from "./messages.ts";
import { SkippedPhrasings } from "./skipped-phrasings.tsx";
import type { Decisions } from "./use-decisions.ts";
import type { ListedCluster, useLearningAddress } from "./use-learning-address.ts";
import { type LearningKey, useLearningKeys } from "./use-learning-keys.ts";

type OpenClustersProps = {
  readonly address: ReturnType<typeof useLearningAddress>;
  readonly decisions: Decisions;
};

const NO_CLUSTERS: readonly ListedCluster[] = [];

/** What waits for somebody, with the mouse and with keys. */
export function OpenClusters({ address, decisions }: OpenClustersProps) {
  const t = useTexts(learningMessages);
  const trpc = useTRPC();
  const mayDecide = useMay("knowledge.learning.ignore");
  const { filters } = address;
  const list = useQuery(
    trpc.knowledge.learning.clusters.queryOptions(
      { days: Number(filters.period), botId: filters.botId, signal: filters.signal, page: filters.page },
      { placeholderData: keepPreviousData },
    ),
  );
  const clusters = list.data?.clusters ?? NO_CLUSTERS;
  const [place, setPlace] = useState(-1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What was decided meanwhile, here or by others, is selected no more.
  const selected = clusters.map(({ id }) => id).filter((id) => chosen.has(id));
  // A decided one leaves the list, and the next takes its place.
  const current = clusters[Math.min(place, clusters.length - 1)] ?? null;
  const press = (key: LearningKey) => {
    if (key === "j") setPlace(Math.min(place + 1, clusters.length - 1));
    else if (key === "k") setPlace(Math.max(place - 1, 0));
    else if (key === "u") decisions.undoLast();
    else if (current === null) return;
    // Where more has to be chosen, the group opens.
    else if (key !== "i") address.open(current.id);
    else if (mayDecide && !decisions.isBusy) void decisions.ignore([current.id]);
  };
  useLearningKeys(press, address.openId === null);
  if (list.isPending)
    return (
      <Loading>
        <Skeleton className="h-80 w-full" />
      </Loading>
    );
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (clusters.length === 0) return <Nothing address={address} />;
  return (
    <>
      <SkippedPhrasings skipped={decisions.skipped} onClose={decisions.forgetSkipped} />
      <ClusterList
        page={list.data}
        pageNumber={filters.page}
        currentId={current?.id ?? null}
        selected={mayDecide ? new Set(selected) : null}
        onSelect={(ids, isSelected) => setChosen(change(chosen, ids, isSelected))}
        onPage={(page) => address.set({ page })}
        onOpen={(clusterId) => {
          setPlace(clusters.findIndex(({ id }) => id === clusterId));
          address.open(clusterId);
        }}
      />
      {mayDecide && <p className="mt-2 hidden text-xs text-ink-3 md:block">{t.keys}</p>}
      <ClusterBar selected={selected} decisions={decisions} onClear={() => setChosen(new Set())} />
    </>
  );
}

function Nothing({ address }: Pick<OpenClustersProps, "address">) {
  const t = useTexts(learningMessages);
  const isFiltered = address.isFiltered || address.filters.page > 0;
  return (
    <div className="rounded-lg border border-line bg-surface">
      {isFiltered ? (
        <EmptyState
          icon={SearchX}
          title={t.noMatchTitle}
          body={t.noMatchBody}
          action={
            <Button onClick={() => address.set({ signal: null, botId: null, period: "30", page: 0 })}>
              {t.clearFilters}
            </Button>
          }
        />
      ) : (
        <EmptyState icon={CircleCheck} title={t.emptyTitle} body={t.emptyBody} />
      )}
    </div>
  );
}

function change(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  isSelected: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const id of ids) {
    if (isSelected) next.add(id);
    else next.delete(id);
  }
  return next;
}
