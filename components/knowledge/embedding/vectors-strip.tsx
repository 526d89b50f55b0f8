"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { FailureText } from "./failure-text.tsx";
import { embeddingMessages } from "./messages.ts";

/** What happens is told (`use-base-events.ts`); this is for events that were lost on their way, and for what is about to begin. */
const LOOK_MS = 10_000;

/** How far a base's texts are turned into vectors. Nothing where the workspace has no provider. */
export function VectorsStrip({ baseId }: { readonly baseId: string }) {
  const t = useTexts(embeddingMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const mayChange = useMay("knowledge.vectors.retry");
  const found = useQuery(
    trpc.knowledge.vectors.state.queryOptions(
      { baseId },
      {
        refetchInterval: ({ state: { data } }) => (data ? LOOK_MS : false),
      },
    ),
  );
  const options = {
    onSettled: () => queries.invalidateQueries(trpc.knowledge.vectors.state.queryFilter({ baseId })),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const retry = useMutation(trpc.knowledge.vectors.retry.mutationOptions(options));
  const cancel = useMutation(trpc.knowledge.vectors.cancel.mutationOptions(options));
  if (!found.data) return null;
  const { state, done, total, errorCode, errorFacts, nextAt } = found.data;
  const isWorking = state === "running" || state === "queued";
  return (
    <section
      aria-label={t.strip.title}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Sparkles className="size-4 shrink-0 text-ink-3" aria-hidden />
        <span className="font-medium text-ink">{t.strip.states[state]}</span>
        {total > 0 && (
          <span className="tabular-nums text-ink-2">
            {t.strip.progress(formats.number(done), formats.number(total))}
          </span>
        )}
        {nextAt !== null && <span className="text-ink-3">{t.strip.nextAt(formats.time(nextAt))}</span>}
        {mayChange && state !== "ready" && (
          <span className="ml-auto">
            {isWorking && errorCode === null ? (
              <Button
                size="sm"
                look="ghost"
                isBusy={cancel.isPending}
                onClick={() => cancel.mutate({ baseId })}
              >
                {t.strip.cancel}
              </Button>
            ) : (
              <Button size="sm" isBusy={retry.isPending} onClick={() => retry.mutate({ baseId })}>
                {state === "cancelled" ? t.strip.go : t.strip.retry}
              </Button>
            )}
          </span>
        )}
      </div>
      {state === "running" && total > 0 && (
        <progress className="h-1 w-full accent-accent" value={done} max={total} aria-label={t.strip.title} />
      )}
      {errorCode !== null && (
        <div className="text-danger-text">
          <FailureText code={errorCode} facts={errorFacts} />
          <p className="mt-1 text-ink-3">{t.strip.words}</p>
        </div>
      )}
    </section>
  );
}
