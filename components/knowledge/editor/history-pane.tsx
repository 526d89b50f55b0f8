"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { historyMessages } from "./history-messages.ts";
import { editorMessages } from "./messages.ts";
import { RevisionDifference } from "./revision-difference.tsx";
import type { EntryDetail } from "./use-entry-editor.ts";

type Revision = Outputs["knowledge"]["history"]["revisions"][number];

type HistoryPaneProps = {
  readonly baseId: string;
  readonly entry: EntryDetail;
  /** What is typed and not saved must not be mixed with what is brought back. */
  readonly isChanged: boolean;
};

export function HistoryPane({ baseId, entry, isChanged }: HistoryPaneProps) {
  const t = useTexts(historyMessages);
  const trpc = useTRPC();
  const [restoring, setRestoring] = useState<number | null>(null);
  const history = useInfiniteQuery(
    trpc.knowledge.history.infiniteQueryOptions(
      { entryId: entry.id },
      { getNextPageParam: (page) => page.next },
    ),
  );
  const restore = useRestoring(() => setRestoring(null));
  if (history.isPending)
    return (
      <Loading>
        <Skeleton className="h-12 w-full" />
        <Skeleton className="mt-3 h-12 w-full" />
      </Loading>
    );
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <>
      <ol aria-label={t.list} className="divide-y divide-line">
        {history.data.pages
          .flatMap((page) => page.revisions)
          .map((revision) => (
            <RevisionRow
              key={revision.rev}
              baseId={baseId}
              entryId={entry.id}
              revision={revision}
              isNow={revision.rev === entry.rev}
              onRestore={isChanged ? null : () => setRestoring(revision.rev)}
            />
          ))}
      </ol>
      {history.hasNextPage && (
        <Button look="ghost" isBusy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t.earlier}
        </Button>
      )}
      <ConfirmDialog
        isOpen={restoring !== null}
        title={t.restoreTitle}
        body={t.restoreBody}
        action={t.restore}
        isDangerous={false}
        isBusy={restore.isPending}
        onConfirm={() =>
          restoring !== null && restore.mutate({ entryId: entry.id, to: restoring, rev: entry.rev })
        }
        onClose={() => setRestoring(null)}
      />
    </>
  );
}

function useRestoring(onDone: () => void) {
  const t = useTexts(historyMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.knowledge.restoreRevision.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.restored);
        await queries.invalidateQueries(trpc.knowledge.pathFilter());
        onDone();
      },
      onError: (error) => {
        showFailure(toErrorText(error));
        void queries.invalidateQueries(trpc.knowledge.pathFilter());
      },
    }),
  );
}

type RevisionRowProps = {
  readonly baseId: string;
  readonly entryId: string;
  readonly revision: Revision;
  readonly isNow: boolean;
  readonly onRestore: (() => void) | null;
};

function RevisionRow({ baseId, entryId, revision, isNow, onRestore }: RevisionRowProps) {
  const texts = useTexts(editorMessages);
  const t = useTexts(historyMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const mayRestore = useMay("knowledge.restoreRevision");
  const [isOpen, setOpen] = useState(false);
  const difference = useQuery(
    trpc.knowledge.compareRevisions.queryOptions(
      { entryId, from: Math.max(1, revision.rev - 1), to: revision.rev },
      { enabled: isOpen, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="text-base text-ink">
            {t.kinds[revision.kind]}
            <span className="ml-2 text-sm text-ink-3">
              {texts.writtenBy(revision.authorName, formats.dateTime(revision.at))}
            </span>
          </p>
          {revision.note && <p className="mt-0.5 whitespace-pre-wrap text-sm text-ink-2">{revision.note}</p>}
          {revision.fields.length > 0 && (
            <p className="mt-0.5 text-sm text-ink-2">
              {t.changed(revision.fields.map((field) => texts.fields[field]).join(t.fieldJoin))}
            </p>
          )}
        </div>
        <span className="flex gap-1">
          {revision.fields.length > 0 && (
            <Button look="ghost" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? t.hide : t.compare}
            </Button>
          )}
          {mayRestore && !isNow && onRestore && (
            <Button size="sm" onClick={onRestore}>
              {t.restore}
            </Button>
          )}
        </span>
      </div>
      {isOpen &&
        (difference.isError ? (
          <ErrorState error={difference.error} onRetry={() => void difference.refetch()} />
        ) : (
          difference.data && <RevisionDifference baseId={baseId} difference={difference.data} />
        ))}
    </li>
  );
}
