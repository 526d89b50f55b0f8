"use client";

import { useIsMutating, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useConsoleNews } from "#components/builder/store/sync-context.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";

/** Whoever publishes is heard of several times a second; after this long without a word the server is asked whether it goes on. */
const SILENCE_MS = 4_000;
/** The word of an end and the answer that there is none under way come by different ways. */
const WORD_LATE_MS = 2_000;

type EndTexts = {
  endedLive(number: number): string;
  readonly endedWithout: string;
  readonly endedUnheard: string;
};

/** How far this bot's publication is, whoever began it and in whichever tab; null while there is none. */
export function usePublishProgress() {
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const progress = useQuery(
    trpc.release.publishing.queryOptions(
      { botId },
      { staleTime: 0, refetchInterval: ({ state }) => (state.data ? SILENCE_MS : false) },
    ),
  );
  return progress.data ?? null;
}

/** Keeps `usePublishProgress` up to date, and says how it ended unless this very tab began it and says so itself. */
export function useHearPublishing({ endedLive, endedWithout, endedUnheard }: EndTexts): void {
  const trpc = useTRPC();
  const errors = useTexts(errorMessages);
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  const isPublishing = useIsMutating({ mutationKey: trpc.release.publish.mutationKey() }) > 0;
  const isOwn = useRef(false);
  useEffect(() => {
    if (isPublishing) isOwn.current = true;
  }, [isPublishing]);
  const isUnderWay = usePublishProgress() !== null;
  const wasUnderWay = useRef(false);
  const sayUnheard = useEffectEvent(() => {
    // The dialog of the tab that began it tells what its own call came to.
    if (!isOwn.current) showFailure(endedUnheard);
    void queries.invalidateQueries(trpc.release.pathFilter());
    void queries.invalidateQueries(trpc.version.list.pathFilter());
  });
  const unheard = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const isGone = !isUnderWay && wasUnderWay.current;
    wasUnderWay.current = isUnderWay;
    // Gone without a word: the process that was at it has died, or its word was lost.
    if (isGone) unheard.current = setTimeout(() => sayUnheard(), WORD_LATE_MS);
    return () => clearTimeout(unheard.current);
  }, [isUnderWay]);
  const { queryKey } = trpc.release.publishing.queryOptions({ botId });
  useConsoleNews((news) => {
    if (news.type === "publishing") {
      if (queries.getQueryData(queryKey) == null) isOwn.current = isPublishing;
      queries.setQueryData(queryKey, news.progress);
    }
    if (news.type !== "publish-ended") return;
    wasUnderWay.current = false;
    clearTimeout(unheard.current);
    queries.setQueryData(queryKey, null);
    // What the open dialog says about the draft was true before it.
    void queries.invalidateQueries(trpc.release.pathFilter());
    void queries.invalidateQueries(trpc.version.list.pathFilter());
    if (isOwn.current) return;
    // Not what a call of this tab answered, so the code is of no use here; without a reason the dialog tells.
    if (news.number === null)
      showFailure(
        news.reason === null ? endedWithout : toErrorText({ code: "internal", reason: news.reason }, errors),
      );
    else showSuccess(endedLive(news.number));
  });
}
