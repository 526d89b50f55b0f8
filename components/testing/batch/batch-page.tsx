"use client";

import { useQuery } from "@tanstack/react-query";
import { Workflow } from "lucide-react";
import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { toBuilderPath } from "#components/gallery/builder-path.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { BatchImport } from "./batch-import.tsx";
import { batchMessages } from "./batch-messages.ts";
import { BatchReport } from "./batch-report.tsx";
import { BatchRuns } from "./batch-runs.tsx";

type BatchPageProps = { readonly botId: string; readonly runId: string | null };

/** Many questions at once: bring a spreadsheet, or look at what came of an earlier one. */
export function BatchPage({ botId, runId }: BatchPageProps) {
  const t = useTexts(batchMessages);
  const trpc = useTRPC();
  const mayStart = useMay("test.startBatch");
  const draft = useQuery(trpc.draft.get.queryOptions({ botId }));
  return (
    <Page
      title={t.title}
      description={runId === null ? t.description : undefined}
      back={{ href: `/bots/${botId}`, label: t.back }}
      actions={
        <Button icon={Workflow} asChild>
          <Link href={toBuilderPath(botId)}>
            <Workflow className="size-4" aria-hidden />
            {t.toBuilder}
          </Link>
        </Button>
      }
    >
      {draft.isPending && (
        <Loading>
          <Skeleton className="h-48 w-full rounded-lg" />
        </Loading>
      )}
      {draft.isError && <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.data &&
        (runId === null ? (
          <div className="flex flex-col gap-6">
            {mayStart && <BatchImport botId={botId} bundle={draft.data.bundle} />}
            <BatchRuns botId={botId} />
          </div>
        ) : (
          <BatchReport {...{ botId, runId }} bundle={draft.data.bundle} />
        ))}
    </Page>
  );
}
