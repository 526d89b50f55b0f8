"use client";

import { useQuery } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import type { Change } from "#flows/compare/change.ts";
import { compareBundles } from "#flows/compare/compare-bundles.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";
import { CompareCanvases } from "./compare-canvases.tsx";
import { CompareHeader, type NamedFlow } from "./compare-header.tsx";
import { CompareList } from "./compare-list.tsx";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import { releaseMessages } from "./messages.ts";
import { DRAFT, useCompareSide } from "./use-compare-side.ts";

export type CompareViewProps = {
  readonly botId: string;
  readonly from: string | null;
  readonly to: string | null;
};

export function CompareView({ botId, from: asked, to: askedTo }: CompareViewProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const versions = useQuery(trpc.version.list.queryOptions({ botId }));
  const list = versions.data?.versions ?? [];
  // Without a question: what is live against what is drawn.
  const from = asked ?? list.find(({ isLive }) => isLive)?.id ?? list[0]?.id ?? null;
  const to = askedTo ?? DRAFT;
  const [before, after] = [useCompareSide(botId, from), useCompareSide(botId, to)];
  const [flowId, setFlowId] = useState<string>(MAIN_FLOW_ID);
  const [selected, setSelected] = useState<Change | null>(null);
  const comparison = useMemo(
    () => before.bundle && after.bundle && compareBundles(before.bundle, after.bundle, definitionRegistry),
    [before.bundle, after.bundle],
  );

  const error = versions.error ?? before.error ?? after.error;
  if (error) {
    const retry = () => {
      void versions.refetch();
      before.retry();
      after.retry();
    };
    return (
      <main className="grid min-h-dvh place-items-center bg-canvas">
        <ErrorState error={error} onRetry={retry} />
      </main>
    );
  }
  if (versions.isSuccess && from === null) return <NoVersion botId={botId} />;
  if (!comparison || !before.bundle || !after.bundle) return <CompareSkeleton />;
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <CompareHeader
        {...{ botId, from: from ?? "", to, flowId, comparison, versions: list }}
        flows={listSubflows(before.bundle, after.bundle)}
        onPick={(next) => router.replace(`/builder/${botId}/compare?from=${next.from}&to=${next.to}`)}
        onFlow={setFlowId}
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <CompareCanvases
          {...{ before: before.bundle, after: after.bundle, flowId, comparison, selected }}
          onSelect={(nodeId) =>
            setSelected(
              comparison.changes.find((change) => change.flowId === flowId && change.nodeId === nodeId) ??
                null,
            )
          }
        />
        <CompareList
          comparison={comparison}
          selected={selected}
          onSelect={(change) => {
            setSelected(change);
            if (change?.flowId) setFlowId(change.flowId);
          }}
        />
      </div>
    </div>
  );
}

/** A bot that was never published has nothing to be compared with. */
function NoVersion({ botId }: { readonly botId: string }) {
  const t = useTexts(releaseMessages).compare;
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <EmptyState
        icon={GitCompareArrows}
        title={t.noVersion}
        body={t.noVersionHint}
        action={
          <Button asChild>
            <Link href={`/builder/${botId}`}>{t.back}</Link>
          </Button>
        }
      />
    </main>
  );
}

/** Sub-flows of either side, by the name that they have now. */
function listSubflows(before: Bundle, after: Bundle): readonly NamedFlow[] {
  const ids = new Set([...Object.keys(before.subflows), ...Object.keys(after.subflows)]);
  return [...ids].map((id) => ({
    id,
    name: nameFlow(Object.hasOwn(after.subflows, id) ? after : before, id),
  }));
}
