"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { useCallback, useDeferredValue, useRef, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { DocumentSettings } from "./document-settings.tsx";
import { documentMessages } from "./messages.ts";
import { PassageCard } from "./passage-card.tsx";

type DocumentSheetProps = {
  readonly baseId: string;
  readonly documentId: string;
  /** The passage at which it opens. */
  readonly passageId: string | null;
  onClose(): void;
};

/** What was read of a document, to be checked and mended. */
export function DocumentSheet({ baseId, documentId, passageId, onClose }: DocumentSheetProps) {
  const t = useTexts(documentMessages).sheet;
  const trpc = useTRPC();
  const maySet = useMay("knowledge.document.update");
  const document = useQuery(trpc.knowledge.document.get.queryOptions({ documentId }));
  const isKnown = document.data?.baseId === baseId;
  const isGone =
    (document.isSuccess && !isKnown) ||
    ["not_found", "invalid_request"].includes(document.error ? toFailure(document.error).code : "");
  const unsaved = useUnsaved();
  const close = () => {
    if (unsaved.hasAny()) showSuccess(t.kept);
    onClose();
  };
  return (
    <Sheet title={(isKnown && document.data?.name) || t.loading} onClose={close}>
      {document.isPending ? (
        <PassagesSkeleton />
      ) : isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : document.isError ? (
        <ErrorState error={document.error} onRetry={() => void document.refetch()} />
      ) : (
        <>
          {maySet && <DocumentSettings document={document.data} onUnsaved={unsaved.markSettings} />}
          <Passages documentId={documentId} passageId={passageId} onUnsaved={unsaved.mark} />
        </>
      )}
    </Sheet>
  );
}

/** Which parts hold what was not saved, however far away they were scrolled. */
function useUnsaved() {
  const parts = useRef(new Set<string>());
  const mark = useCallback((part: string, isUnsaved: boolean) => {
    if (isUnsaved) parts.current.add(part);
    else parts.current.delete(part);
  }, []);
  const markSettings = useCallback((isUnsaved: boolean) => mark("settings", isUnsaved), [mark]);
  return { mark, markSettings, hasAny: () => parts.current.size > 0 };
}

type PassagesProps = Pick<DocumentSheetProps, "documentId" | "passageId"> & {
  onUnsaved(passageId: string, isUnsaved: boolean): void;
};

function Passages({ documentId, passageId, onUnsaved }: PassagesProps) {
  const t = useTexts(documentMessages).sheet;
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const list = useInfiniteQuery(
    trpc.knowledge.document.passages.infiniteQueryOptions(
      { documentId, search: wanted, around: wanted === "" ? passageId : null },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  );
  const passages = list.data?.pages.flatMap((page) => page.passages) ?? [];
  return (
    <>
      <SearchField label={t.search} value={search} onChange={setSearch} className="mb-4" />
      {list.isPending ? (
        <PassagesSkeleton />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : passages.length === 0 ? (
        <p className="py-8 text-center text-ink-2">{wanted ? t.noMatch : t.noPassages}</p>
      ) : (
        <ol aria-label={t.list} className="flex flex-col gap-3">
          {passages.map((passage) => (
            <PassageCard
              key={passage.id}
              passage={passage}
              search={wanted}
              isWanted={passage.id === passageId}
              onUnsaved={onUnsaved}
            />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button
          look="ghost"
          className="mt-3"
          isBusy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </>
  );
}

function PassagesSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="mt-3 h-24 w-full" />
      <Skeleton className="mt-3 h-24 w-full" />
    </Loading>
  );
}
