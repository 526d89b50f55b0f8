"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";

export type Run = Outputs["test"]["getRun"];

const POLL_MS = 1_000;

export const isOpen = (run: Pick<Run, "state">): boolean => run.state === "queued" || run.state === "running";

type Wanted = { readonly suiteIds: readonly string[] | null; readonly testId?: string };

/** Starts runs of a bot's tests and follows the newest of them to its end. */
export function useTestRun(botId: string, untilSaved: () => Promise<void>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const [runId, setRunId] = useState<string | null>(null);
  const start = useMutation(
    trpc.test.run.mutationOptions({
      onSuccess: (run) => setRunId(run.runId),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const cancel = useMutation(
    trpc.test.cancelRun.mutationOptions({
      onSuccess: ({ runId: ended }) =>
        queries.invalidateQueries(trpc.test.getRun.queryFilter({ runId: ended })),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const run = useFollowedRun(runId);
  const [isWaiting, setWaiting] = useState(false);

  return {
    run,
    isBusy: isWaiting || start.isPending || (run !== null && isOpen(run)),
    start: async ({ suiteIds, testId }: Wanted): Promise<void> => {
      setWaiting(true);
      await untilSaved();
      setWaiting(false);
      start.mutate({ botId, suiteIds: suiteIds === null ? null : [...suiteIds], testId: testId ?? null });
    },
    cancel: () => runId !== null && cancel.mutate({ runId }),
    dismiss: () => setRunId(null),
  };
}

/** The run as it is now; its end refreshes what lists show of its tests. */
export function useFollowedRun(runId: string | null): Run | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const run = useQuery(
    trpc.test.getRun.queryOptions(
      { runId: runId ?? "" },
      {
        enabled: runId !== null,
        refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : POLL_MS),
      },
    ),
  );
  const state = run.data?.state ?? null;
  useEffect(() => {
    if (state === null || state === "queued" || state === "running") return;
    void queries.invalidateQueries(trpc.test.suites.pathFilter());
    void queries.invalidateQueries(trpc.test.runs.pathFilter());
  }, [state, queries, trpc]);
  return runId === null ? null : (run.data ?? null);
}
