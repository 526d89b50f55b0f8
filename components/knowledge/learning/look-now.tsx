"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { learningMessages } from "./messages.ts";
import { toPollMs } from "./to-poll-ms.ts";

type Status = Outputs["knowledge"]["learning"]["status"];

/** When talks were looked through last, how far it is now, and the way to do it at once. */
export function LookNow() {
  const t = useTexts(learningMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayLook = useMay("knowledge.learning.look");
  const status = useQuery(
    trpc.knowledge.learning.status.queryOptions(undefined, {
      refetchInterval: ({ state }) => toPollMs(state.data?.running ?? null),
      staleTime: 0,
    }),
  );
  const look = useMutation(
    trpc.knowledge.learning.look.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.knowledge.learning.status.pathFilter()),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const endedAt = status.data?.last?.at ?? null;
  // What was found is on the page when the look has ended.
  useEffect(() => {
    if (endedAt !== null) void queries.invalidateQueries(trpc.knowledge.learning.clusters.pathFilter());
  }, [endedAt, queries, trpc]);
  const running = status.data?.running ?? null;
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 text-sm text-ink-2" role="status">
        {running ? <Progress running={running} /> : status.data && <LastLook last={status.data.last} />}
      </div>
      {mayLook && (
        <Button icon={RefreshCw} isBusy={look.isPending || running !== null} onClick={() => look.mutate()}>
          {t.look}
        </Button>
      )}
    </div>
  );
}

function Progress({ running }: { readonly running: NonNullable<Status["running"]> }) {
  const t = useTexts(learningMessages);
  return (
    <div className="max-w-100">
      <p className="mb-1">{running.isWaiting ? t.waiting : t.looking(running.progress)}</p>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-[var(--slow)]"
          style={{ width: `${running.progress}%` }}
        />
      </span>
    </div>
  );
}

function LastLook({ last }: { readonly last: Status["last"] }) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  if (last === null) return t.neverLooked;
  const when = formats.relative(last.at);
  return last.state === "failed" ? t.lastFailed(when) : t.lastLook(when, formats.number(last.found));
}
