"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Info, ListChecks, SearchX } from "lucide-react";
import Link from "next/link";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useBaseEvents } from "../live/use-base-events.ts";
import { EntriesHint } from "./entries-hint.tsx";
import { type FactFilter, FactFilters, NO_FACT_FILTER } from "./fact-filters.tsx";
import { FactList } from "./fact-list.tsx";
import { graphMessages } from "./messages.ts";
import { type Fact, useDecisions } from "./use-decisions.ts";

/** What happens is told; this is for events that were lost on their way. */
const OPEN_MS = 10_000;

/** Facts and where they come from; both follow the looking through of documents. */
function useFacts(baseId: string, filter: FactFilter, page: number) {
  const trpc = useTRPC();
  const search = useDeferredValue(filter.search.trim());
  const sources = useQuery(
    trpc.knowledge.graph.sources.queryOptions(
      { baseId },
      {
        refetchInterval: ({ state }) => (state.data?.some(({ isOpen }) => isOpen) ? OPEN_MS : false),
        // Documents come and are read while another tab is shown.
        staleTime: 0,
      },
    ),
  );
  const isLooking = sources.data?.some(({ isOpen }) => isOpen) ?? false;
  const list = useQuery(
    trpc.knowledge.graph.facts.queryOptions(
      { baseId, ...filter, search, page },
      { placeholderData: keepPreviousData, refetchInterval: isLooking ? OPEN_MS : false, staleTime: 0 },
    ),
  );
  const { refetch } = list;
  const wasLooking = useRef(isLooking);
  useEffect(() => {
    // The list may have been asked just before the last facts were found.
    if (wasLooking.current && !isLooking) void refetch();
    wasLooking.current = isLooking;
  }, [isLooking, refetch]);
  return { sources: sources.data ?? [], list, isLooking };
}

type FactReviewProps = {
  readonly baseId: string;
  onEntity(entityId: string): void;
  onEdit(fact: Fact): void;
};

/** What documents say, to be accepted or put away: by document, one by one or many at once. */
export function FactReview({ baseId, onEntity, onEdit }: FactReviewProps) {
  const t = useTexts(graphMessages);
  const mayDecide = useMay("knowledge.graph.decide");
  const [filter, setFilter] = useState<FactFilter>(NO_FACT_FILTER);
  const [page, setPage] = useState(0);
  const { sources, list, isLooking } = useFacts(baseId, filter, page);
  const decisions = useDecisions(baseId);
  useBaseEvents(baseId);
  const change = (part: Partial<FactFilter>) => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  const source = sources.find(({ documentId }) => (documentId ?? "none") === filter.documentId);
  const facts = list.data?.facts ?? [];
  return (
    <div className="flex flex-col gap-3">
      <FactFilters filter={filter} sources={sources} onChange={change} />
      <EntriesHint baseId={baseId} documentId={filter.documentId} sources={sources} />
      {source?.isCut && <Notice tone="warn">{t.cut}</Notice>}
      {isLooking && (
        <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
          <Info className="size-4 text-ink-3" aria-hidden />
          {t.open}
        </p>
      )}
      {source && filter.state === "suggested" && <WholeDocument source={source} decisions={decisions} />}
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <ListSkeleton />
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : facts.length > 0 ? (
          <FactList
            facts={facts}
            baseId={baseId}
            decisions={mayDecide ? decisions : null}
            onEntity={onEntity}
            onEdit={onEdit}
          />
        ) : (
          <Nothing
            baseId={baseId}
            filter={filter}
            isEmpty={!sources.some((one) => one.suggested + one.accepted + one.rejected > 0)}
            onClear={() => change({ ...NO_FACT_FILTER, state: null })}
          />
        )}
      </section>
      <Pages page={page} hasMore={list.data?.hasMore ?? false} onChange={setPage} />
    </div>
  );
}

function ListSkeleton() {
  return (
    <Loading>
      <div className="flex flex-col gap-4 p-4">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </div>
    </Loading>
  );
}

type WholeDocumentProps = {
  readonly source: Outputs["knowledge"]["graph"]["sources"][number];
  readonly decisions: ReturnType<typeof useDecisions>;
};

function WholeDocument({ source, decisions }: WholeDocumentProps) {
  const t = useTexts(graphMessages);
  const mayDecide = useMay("knowledge.graph.decideAll");
  if (!mayDecide || source.suggested === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        isBusy={decisions.isBusy}
        onClick={() => void decisions.decideAll(source.documentId, "accepted")}
      >
        {t.acceptAll(source.suggested)}
      </Button>
      <Button
        look="ghost"
        disabled={decisions.isBusy}
        onClick={() => void decisions.decideAll(source.documentId, "rejected")}
      >
        {t.rejectAll}
      </Button>
    </div>
  );
}

type NothingProps = {
  readonly baseId: string;
  readonly filter: FactFilter;
  /** The base has no facts at all. */
  readonly isEmpty: boolean;
  onClear(): void;
};

function Nothing({ baseId, filter, isEmpty, onClear }: NothingProps) {
  const t = useTexts(graphMessages);
  const isWide = !filter.search && filter.documentId === null && !filter.isSourceChanged;
  if (isWide && isEmpty)
    return (
      <EmptyState
        icon={ListChecks}
        title={t.emptyTitle}
        body={t.emptyBody}
        action={
          <Button asChild>
            <Link href={`/knowledge/${baseId}?tab=documents`}>{t.toDocuments}</Link>
          </Button>
        }
      />
    );
  if (isWide && filter.state === "suggested")
    return (
      <EmptyState
        icon={ListChecks}
        title={t.noneWaiting}
        body={t.emptyBody}
        action={<Button onClick={onClear}>{t.anyState}</Button>}
      />
    );
  return (
    <EmptyState
      icon={SearchX}
      title={t.noMatch}
      body={null}
      action={<Button onClick={onClear}>{t.clear}</Button>}
    />
  );
}

type PagesProps = { readonly page: number; readonly hasMore: boolean; onChange(page: number): void };

export function Pages({ page, hasMore, onChange }: PagesProps) {
  const t = useTexts(graphMessages);
  if (page === 0 && !hasMore) return null;
  return (
    <nav className="flex items-center justify-end gap-2 text-sm text-ink-2">
      <span>{t.page(page + 1)}</span>
      <Button size="sm" disabled={page === 0} onClick={() => onChange(page - 1)}>
        {t.previous}
      </Button>
      <Button size="sm" disabled={!hasMore} onClick={() => onChange(page + 1)}>
        {t.next}
      </Button>
    </nav>
  );
}
