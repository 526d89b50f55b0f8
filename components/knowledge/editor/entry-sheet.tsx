"use client";

import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { EntryEditor } from "./entry-editor.tsx";
import { editorMessages } from "./messages.ts";

/** Often enough to see a colleague's change before it becomes a conflict. */
const REFRESH_MS = 15_000;

type EntrySheetProps = {
  readonly baseId: string;
  /** Null writes a new one. */
  readonly entryId: string | null;
  /** Where a new one is put. */
  readonly categoryId: string | null;
  onOpen(entryId: string): void;
  onClose(): void;
  toHref(entryId: string): string;
};

export function EntrySheet({ entryId, onClose, ...rest }: EntrySheetProps) {
  const t = useTexts(editorMessages);
  const trpc = useTRPC();
  const entry = useQuery(
    trpc.knowledge.entry.queryOptions(
      { entryId: entryId ?? "" },
      { enabled: entryId !== null, refetchInterval: REFRESH_MS },
    ),
  );
  if (entryId === null) return <EntryEditor entry={null} onClose={onClose} {...rest} />;
  // A base's address must not show what is in another one.
  if (entry.data && entry.data.deletedAt === null && entry.data.baseId === rest.baseId)
    return <EntryEditor entry={entry.data} onClose={onClose} {...rest} />;
  const isGone = entry.data || ["not_found", "invalid_request"].includes(toFailure(entry.error).code);
  return (
    <Sheet title={t.loading} onClose={onClose}>
      {entry.isPending ? (
        <Loading>
          <Skeleton className="h-16 w-full" />
          <Skeleton className="mt-4 h-32 w-full" />
          <Skeleton className="mt-4 h-32 w-full" />
        </Loading>
      ) : isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : (
        <ErrorState error={entry.error} onRetry={() => void entry.refetch()} />
      )}
    </Sheet>
  );
}
