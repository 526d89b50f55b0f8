"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import { useSync } from "../store/sync-context.ts";
import { LostEdit } from "./lost-edit.tsx";

type Snapshot = Outputs["draft"]["snapshots"][number];

/** Where edits and drafts wait that are not in the document: for 30 days nothing is out of reach. */
export function RecoveryPanel() {
  const t = useTexts(builderMessages).recovery;
  return (
    <div className="flex flex-col gap-6 px-4 py-4">
      <p className="text-sm text-ink-2">{t.lead}</p>
      <LostEdits />
      <Snapshots />
    </div>
  );
}

function LostEdits() {
  const t = useTexts(builderMessages).recovery;
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const lost = useQuery(trpc.draft.recoveries.queryOptions({ botId }));
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold text-ink">{t.lost}</h3>
      {lost.isPending && <Rows />}
      {lost.isError && <ErrorState error={lost.error} onRetry={() => void lost.refetch()} />}
      {lost.data?.length === 0 && <Empty title={t.lostEmpty} hint={t.lostEmptyHint} />}
      {lost.data && lost.data.length > 0 && (
        <ul className="flex flex-col gap-2">
          {lost.data.map((row) => (
            <LostEdit key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Snapshots() {
  const t = useTexts(builderMessages).recovery;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const { sync } = useSync();
  const botId = useBuilder((state) => state.botId);
  const canEdit = useBuilder((state) => state.canEdit);
  const [asked, setAsked] = useState<Snapshot | null>(null);
  const formats = useFormats();
  const snapshots = useQuery(trpc.draft.snapshots.queryOptions({ botId }));
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.draft.snapshots.queryKey({ botId }) });
  const onError = (error: unknown) => showFailure(toErrorText(error));
  const keep = useMutation(
    trpc.draft.createSnapshot.mutationOptions({
      onSuccess: () => {
        showSuccess(t.kept);
        void refresh();
      },
      onError,
    }),
  );
  const restore = useMutation(
    trpc.draft.restore.mutationOptions({
      onSuccess: ({ rev }) => {
        sync?.catchUp(rev);
        showSuccess(t.restored);
        setAsked(null);
        void refresh();
      },
      onError,
    }),
  );
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3 className="text-sm font-semibold text-ink">{t.snapshots}</h3>
        {canEdit && (
          <Button size="sm" icon={Archive} isBusy={keep.isPending} onClick={() => keep.mutate({ botId })}>
            {t.keepNow}
          </Button>
        )}
      </div>
      {snapshots.isPending && <Rows />}
      {snapshots.isError && <ErrorState error={snapshots.error} onRetry={() => void snapshots.refetch()} />}
      {snapshots.data?.length === 0 && <Empty title={t.snapshotsEmpty} hint={t.snapshotsEmptyHint} />}
      <ul className="divide-y divide-line">
        {snapshots.data?.map((row) => (
          <SnapshotRow key={row.id} row={row} onRestore={canEdit ? () => setAsked(row) : null} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked ? t.restoreTitle(formats.dateTime(asked.at)) : ""}
        body={t.restoreBody}
        action={t.restore}
        isBusy={restore.isPending}
        onConfirm={() => asked && restore.mutate({ botId, snapshotId: asked.id })}
        onClose={() => setAsked(null)}
      />
    </section>
  );
}

type SnapshotRowProps = { readonly row: Snapshot; readonly onRestore: (() => void) | null };

function SnapshotRow({ row, onRestore }: SnapshotRowProps) {
  const t = useTexts(builderMessages).recovery;
  const formats = useFormats();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-sm text-ink">
          {formats.short(row.at)}
          <Badge>{t.reasons[row.reason]}</Badge>
        </p>
        <p className="mt-0.5 truncate text-xs text-ink-3">
          {t.nodes(row.nodes)} · {row.authorName}
        </p>
      </div>
      {onRestore && (
        <Button size="sm" look="ghost" icon={RotateCcw} onClick={onRestore}>
          {t.restore}
        </Button>
      )}
    </li>
  );
}

function Empty({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <div className="rounded-md border border-dashed border-line-strong px-4 py-5 text-center text-sm">
      <p className="text-ink-2">{title}</p>
      <p className="mt-1 text-ink-3">{hint}</p>
    </div>
  );
}

function Rows() {
  return (
    <Loading>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-12 w-full" />
      </div>
    </Loading>
  );
}
