"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BaseDetail } from "../base-page.tsx";
import { ApprovalPanel } from "./approval-panel.tsx";
import { baseReleaseMessages } from "./messages.ts";
import { NextRelease } from "./next-release.tsx";
import { ReleaseRow } from "./release-row.tsx";
import { RollBackDialog } from "./roll-back-dialog.tsx";
import { TestsPanel } from "./tests-panel.tsx";

export type BaseRelease = Outputs["knowledge"]["releases"]["releases"][number];

export function ReleasesTab({ base }: { readonly base: BaseDetail }) {
  const baseId = base.id;
  const t = useTexts(baseReleaseMessages);
  const trpc = useTRPC();
  const mayRelease = useMay("knowledge.release");
  const mayGovern = useMay("knowledge.setFourEyes");
  const [asked, setAsked] = useState<number | null>(null);
  const list = useInfiniteQuery(
    trpc.knowledge.releases.infiniteQueryOptions({ baseId }, { getNextPageParam: (page) => page.next }),
  );
  if (list.isPending)
    return (
      <Loading>
        <Skeleton className="h-40 w-full" />
        <Skeleton className="mt-4 h-64 w-full" />
      </Loading>
    );
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const releases = list.data.pages.flatMap((page) => page.releases);
  const live = releases.find(({ isLive }) => isLive)?.number ?? null;
  return (
    <div className="flex flex-col gap-5">
      {mayRelease && (
        <NextRelease
          baseId={baseId}
          live={live}
          isFirst={releases.length === 0}
          words={list.data.pages[0]?.words ?? "live"}
        />
      )}
      <Panel title={t.title} isFlush>
        {releases.length === 0 ? (
          <EmptyState icon={History} title={t.emptyTitle} body={t.emptyBody} />
        ) : (
          <ol aria-label={t.list} className="divide-y divide-line border-t border-line">
            {releases.map((release) => (
              <ReleaseRow
                key={release.id}
                baseId={baseId}
                release={release}
                onRollBack={() => setAsked(release.number)}
              />
            ))}
          </ol>
        )}
        {list.hasNextPage && (
          <div className="border-t border-line p-2">
            <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.earlier}
            </Button>
          </div>
        )}
      </Panel>
      <TestsPanel baseId={baseId} />
      {mayGovern && <ApprovalPanel base={base} />}
      {asked !== null && (
        <RollBackDialog baseId={baseId} number={asked} live={live} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
