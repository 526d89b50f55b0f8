"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Run } from "../use-test-run.ts";
import { BatchFigures } from "./batch-figures.tsx";
import { batchMessages } from "./batch-messages.ts";
import { ConfusionMatrix } from "./confusion-matrix.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { LabelScores } from "./label-scores.tsx";
import { NodeCounts } from "./node-counts.tsx";
import { ResultRows } from "./result-rows.tsx";
import { toBatchItems } from "./to-batch-items.ts";

type BatchResultsProps = { readonly botId: string; readonly run: Run; readonly bundle: Bundle };

/** Results never change: they are read once. */
export function BatchResults(props: BatchResultsProps) {
  const trpc = useTRPC();
  const batch = useQuery(
    trpc.test.getBatch.queryOptions({ runId: props.run.id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (batch.isError) return <ErrorState error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.isPending) {
    return (
      <Loading>
        <Skeleton className="h-24 w-full rounded-lg" />
      </Loading>
    );
  }
  return <Results {...props} batch={batch.data} />;
}

type View = "rows" | "labels" | "confusion" | "nodes";

type ResultsProps = BatchResultsProps & { readonly batch: Outputs["test"]["getBatch"] };

function Results({ botId, run, bundle, batch }: ResultsProps) {
  const texts = useTexts(batchMessages);
  const t = texts.report;
  const locale = usePreferences((state) => state.locale);
  const mayStart = useMay("test.startBatch");
  const rerun = useRerun(botId);
  const [view, setView] = useState<View>("rows");
  const items = useMemo(() => toBatchItems(batch, { bundle, locale, texts }), [batch, bundle, locale, texts]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {mayStart && (
          <Button
            icon={RotateCw}
            isBusy={rerun.isPending}
            onClick={() => {
              const { name, channel, rows } = batch;
              rerun.mutate({ botId, batch: { name, channel, locale: batch.locale, rows: [...rows] } });
            }}
          >
            {t.rerun}
          </Button>
        )}
        <ExportMenu items={items} name={run.name ?? ""} />
      </div>
      <BatchFigures items={items} />
      <Panel>
        <Tabs<View>
          label={t.byLabel}
          value={view}
          onChange={setView}
          tabs={[
            { value: "rows", label: t.views.rows, content: <ResultRows items={items} /> },
            { value: "labels", label: t.views.labels, content: <LabelScores items={items} /> },
            { value: "confusion", label: t.views.confusion, content: <ConfusionMatrix items={items} /> },
            { value: "nodes", label: t.views.nodes, content: <NodeCounts items={items} /> },
          ]}
        />
      </Panel>
    </>
  );
}

function useRerun(botId: string) {
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const router = useRouter();
  return useMutation(
    trpc.test.startBatch.mutationOptions({
      onSuccess: ({ runId }) => router.push(`/bots/${botId}/batch?run=${runId}`),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
}
