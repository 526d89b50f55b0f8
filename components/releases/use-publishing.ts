"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTRPC } from "#components/trpc-client.ts";

export type PublishInput = Parameters<ReturnType<typeof usePublishMutation>["mutate"]>[0];
function usePublishMutation() {
  const trpc = useTRPC();
  return useMutation(trpc.release.publish.mutationOptions());
}

const POLL_MS = 700;

/** Publishes, waits for required tests where there are some to run, and goes on by itself when they have passed. */
export function usePublishing() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const publish = usePublishMutation();
  const [asked, setAsked] = useState<PublishInput | null>(null);
  const runId = publish.data?.type === "tests-running" ? publish.data.runId : null;
  const run = useQuery({
    ...trpc.test.getRun.queryOptions(runId === null ? skipToken : { runId }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : POLL_MS),
    gcTime: 0,
  });
  const state = runId === null ? null : (run.data?.state ?? "queued");

  const send = (input: PublishInput) => {
    setAsked(input);
    publish.mutate(input, {
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(trpc.release.pathFilter()),
          queries.invalidateQueries(trpc.version.list.pathFilter()),
          queries.invalidateQueries(trpc.bot.pathFilter()),
        ]),
    });
  };
  const goOn = useEffectEvent(() => {
    if (asked) send(asked);
  });
  useEffect(() => {
    if (state === "done") goOn();
  }, [state]);

  return {
    publish: send,
    reset: publish.reset,
    answer: publish.data ?? null,
    error: publish.error,
    isDraftChanged: publish.error !== null && toFailure(publish.error).reason === "draft_changed",
    tests: runId === null || !run.data ? null : { done: run.data.done, total: run.data.total },
    areTestsBroken: state === "failed" || state === "cancelled",
    isBusy: publish.isPending || (state !== null && !isOver(state)),
  };
}

const isOver = (state: string): boolean => state === "done" || state === "failed" || state === "cancelled";
