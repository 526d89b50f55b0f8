"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { isOpen, useFollowedRun } from "#components/testing/use-test-run.ts";
import { useTRPC } from "#components/trpc-client.ts";

export type PublishInput = Parameters<ReturnType<typeof usePublishMutation>["mutate"]>[0];
function usePublishMutation() {
  const trpc = useTRPC();
  return useMutation(trpc.release.publish.mutationOptions());
}

/** Publishes, waits for required tests where there are some to run, and goes on by itself when they have passed. */
export function usePublishing() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const publish = usePublishMutation();
  const [asked, setAsked] = useState<PublishInput | null>(null);
  const runId = publish.data?.type === "tests-running" ? publish.data.runId : null;
  const run = useFollowedRun(runId);
  const state = runId === null ? null : (run?.state ?? "queued");

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
    tests: run === null ? null : { done: run.done, total: run.total },
    areTestsBroken: state === "failed" || state === "cancelled",
    isBusy: publish.isPending || (state !== null && isOpen({ state })),
  };
}
