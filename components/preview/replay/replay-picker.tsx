"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { previewMessages } from "../messages.ts";

/** The bot's newest talks. */
export function ReplayPicker({ onChoose }: { onChoose(conversationId: string): void }) {
  const t = useTexts(previewMessages).replays;
  const formats = useFormats();
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const talks = useInfiniteQuery(
    trpc.conversation.list.infiniteQueryOptions({ botId }, { getNextPageParam: ({ next }) => next }),
  );
  if (talks.isPending) return <Skeleton className="h-40 w-full" />;
  if (talks.isError) return <ErrorState error={talks.error} onRetry={() => void talks.refetch()} />;
  const rows = talks.data.pages.flatMap((page) => page.conversations);
  if (rows.length === 0) return <p className="py-6 text-center text-ink-2">{t.noTalks}</p>;
  return (
    <section aria-label={t.pick}>
      <h3 className="pb-1.5 text-sm text-ink-3">{t.pick}</h3>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => onChoose(row.id)}
              className="flex min-h-10 w-full items-center justify-between gap-4 px-3 py-1.5 text-left hover:bg-hover"
            >
              <span className="min-w-0 truncate text-ink">{row.lastText ?? "—"}</span>
              <span className="shrink-0 text-sm text-ink-3">
                {t.messages(row.messages)} ·{" "}
                <time dateTime={String(row.updatedAt)}>{formats.relative(String(row.updatedAt))}</time>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {talks.hasNextPage && (
        <div className="pt-3 text-center">
          <Button look="ghost" isBusy={talks.isFetchingNextPage} onClick={() => void talks.fetchNextPage()}>
            {t.earlier}
          </Button>
        </div>
      )}
    </section>
  );
}
