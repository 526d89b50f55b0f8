"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { GitCommitVertical } from "lucide-react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { botMessages } from "./messages.ts";

/** What was published, newest first; to look at, for now. */
export function VersionList({ botId }: { readonly botId: string }) {
  const t = useTexts(botMessages).versions;
  const texts = useTexts(botMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.version.list.infiniteQueryOptions({ botId }, { getNextPageParam: (page) => page.next }),
  );
  if (list.isPending) {
    return (
      <Loading>
        <Skeleton className="h-40 w-full rounded-lg" />
      </Loading>
    );
  }
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const versions = list.data.pages.flatMap((page) => page.versions);
  return (
    <Panel isFlush className="overflow-hidden">
      {versions.length === 0 && (
        <EmptyState icon={GitCommitVertical} title={t.emptyTitle} body={t.emptyBody} />
      )}
      <ul className="divide-y divide-line">
        {versions.map((version) => (
          <li
            key={version.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 px-5 py-3.5"
          >
            <div className="min-w-0">
              <p className="flex items-center gap-2.5 font-medium text-ink">
                {texts.version(version.number)}
                {version.isLive && (
                  <Badge tone="success" hasDot>
                    {t.live}
                  </Badge>
                )}
              </p>
              <p className="truncate text-sm text-ink-2">{version.note || t.noNote}</p>
            </div>
            <div className="text-right text-sm text-ink-2">
              <p title={formats.dateTime(version.createdAt)}>
                {formats.relative(version.createdAt)} · {t.by(version.author ?? t.system)}
              </p>
              <p className="text-ink-3">
                {t.nodes(version.nodes)} · {t.open(version.openConversations)} ·{" "}
                <code className="font-mono text-xs">{version.contentHash}</code>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}
