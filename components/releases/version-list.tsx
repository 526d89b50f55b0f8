"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { GitCommitVertical } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { GrayCard } from "./gray-card.tsx";
import { releaseMessages } from "./messages.ts";
import { ReleaseHistory } from "./release-history.tsx";
import { VersionRow } from "./version-row.tsx";

/** A gray release changes by itself: its guard may halt it, and its figures grow. */
const WATCH_MS = 15_000;

/** What was published, newest first, with what is out as a gray release above. */
export function VersionList({ botId }: { readonly botId: string }) {
  const t = useTexts(releaseMessages).versions;
  const trpc = useTRPC();
  const release = useQuery({
    ...trpc.release.get.queryOptions({ botId }),
    refetchInterval: ({ state }) => (state.data?.gray?.state === "running" ? WATCH_MS : false),
  });
  const list = useInfiniteQuery(
    trpc.version.list.infiniteQueryOptions({ botId }, { getNextPageParam: (page) => page.next }),
  );
  if (list.isPending) {
    return (
      <Loading>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-16 w-full rounded-md" />
          <Skeleton className="h-16 w-full rounded-md" />
          <Skeleton className="h-16 w-full rounded-md" />
        </div>
      </Loading>
    );
  }
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const versions = list.data.pages.flatMap((page) => page.versions);
  const live = versions.find(({ isLive }) => isLive);
  const liveVersionId = release.data?.liveVersionId ?? live?.id ?? null;
  return (
    <div className="flex flex-col gap-4">
      {release.data?.gray && <GrayCard botId={botId} gray={release.data.gray} />}
      {versions.length === 0 && (
        <EmptyState icon={GitCommitVertical} title={t.emptyTitle} body={t.emptyBody} />
      )}
      {versions.length > 0 && (
        <ul aria-label={t.list} className="divide-y divide-line rounded-md border border-line bg-surface">
          {versions.map((version, index) => (
            <VersionRow
              key={version.id}
              {...{ botId, version, liveVersionId }}
              previousId={versions[index + 1]?.id ?? null}
              gray={release.data?.gray?.state ?? null}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="text-center">
          <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
      {release.data && <ReleaseHistory events={release.data.events} />}
    </div>
  );
}
