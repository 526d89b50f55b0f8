"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { ProgressBar } from "../progress-bar.tsx";
import { RunText } from "../run-bar.tsx";
import { isOpen, type Run, useFollowedRun } from "../use-test-run.ts";
import { batchMessages } from "./batch-messages.ts";
import { BatchResults } from "./batch-results.tsx";

type BatchReportProps = { readonly botId: string; readonly runId: string; readonly bundle: Bundle };

/** One list: how far it is, then what came of it. */
export function BatchReport({ botId, runId, bundle }: BatchReportProps) {
  const t = useTexts(batchMessages);
  const trpc = useTRPC();
  const run = useFollowedRun(runId);
  const failure = useQuery(trpc.test.getRun.queryOptions({ runId })).error;
  if (failure) return <ErrorState error={failure} onRetry={() => undefined} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Link
          href={`/bots/${botId}/batch`}
          className="inline-flex items-center gap-0.5 text-sm text-accent-text hover:underline"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {t.report.backToList}
        </Link>
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold text-ink">{run?.name ?? ""}</h2>
      </div>
      {run === null && (
        <Loading>
          <Skeleton className="h-40 w-full rounded-lg" />
        </Loading>
      )}
      {run !== null && run.state !== "done" && <RunState run={run} />}
      {run?.state === "done" && <BatchResults {...{ botId, run, bundle }} />}
    </div>
  );
}

function RunState({ run }: { readonly run: Run }) {
  const t = useTexts(batchMessages).report;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.test.cancelRun.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.test.getRun.pathFilter()),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <Panel>
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <p role="status" className="text-base text-ink">
            <RunText run={run} />
          </p>
          {isOpen(run) && (
            <ProgressBar className="mt-2" done={run.done} total={run.total} failed={run.done - run.passed} />
          )}
        </div>
        {isOpen(run) && (
          <Button isBusy={cancel.isPending} onClick={() => cancel.mutate({ runId: run.id })}>
            {t.cancel}
          </Button>
        )}
      </div>
    </Panel>
  );
}
