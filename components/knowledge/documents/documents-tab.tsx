"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { FileText, SearchX, Trash2 } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { VectorsStrip } from "../embedding/vectors-strip.tsx";
import { useBaseEvents } from "../live/use-base-events.ts";
import { RowsSkeleton } from "../rows-skeleton.tsx";
import { AddPageDialog } from "./add-page-dialog.tsx";
import { DocumentRow, type DocumentState, isBeingRead, type ListedDocument } from "./document-row.tsx";
import { DocumentSheet } from "./document-sheet.tsx";
import { documentMessages } from "./messages.ts";
import { PassageSearch } from "./passage-search.tsx";
import { UploadList } from "./upload-list.tsx";
import { UploadZone } from "./upload-zone.tsx";
import { useDocumentActions } from "./use-document-actions.ts";
import { useUploads } from "./use-uploads.ts";

/** What happens is told; this is for events that were lost on their way. */
const READING_MS = 10_000;
const STATES = [
  "queued",
  "parsing",
  "ready",
  "failed",
  "cancelled",
] as const satisfies readonly DocumentState[];
/** A select cannot hold null. */
const ANY = "any";

type Filter = {
  readonly search: string;
  readonly state: DocumentState | null;
  readonly isDeleted: boolean;
};
const NO_FILTER: Filter = { search: "", state: null, isDeleted: false };

export function DocumentsTab({ baseId }: { readonly baseId: string }) {
  const t = useTexts(documentMessages);
  const trpc = useTRPC();
  const mayAdd = useMay("knowledge.document.addPage");
  useBaseEvents(baseId);
  const uploads = useUploads(baseId);
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const openId = params.get("document");
  const [isAdding, setAdding] = useState(false);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const list = useInfiniteQuery(
    trpc.knowledge.document.list.infiniteQueryOptions(
      { baseId, ...filter },
      {
        getNextPageParam: (page) => page.next,
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) =>
          state.data?.pages.some((page) => page.documents.some(isBeingRead)) ? READING_MS : false,
      },
    ),
  );
  const toHref = (documentId: string) => `${pathname}?tab=documents&document=${documentId}`;
  return (
    <div className="flex flex-col gap-4">
      {mayAdd && <UploadZone onFiles={uploads.add} onAddPage={() => setAdding(true)} />}
      <UploadList uploads={uploads} />
      <VectorsStrip baseId={baseId} />
      <PassageSearch
        baseId={baseId}
        toHref={({ documentId, passageId, caseId }) =>
          caseId === null
            ? `${toHref(documentId)}&passage=${passageId}`
            : `${pathname}?tab=cases&case=${caseId}`
        }
      />
      <FilterBar filter={filter} onChange={(part) => setFilter({ ...filter, ...part })} />
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <RowsSkeleton />
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Rows
            documents={list.data.pages.flatMap((page) => page.documents)}
            filter={filter}
            toHref={toHref}
            onClear={() => setFilter(NO_FILTER)}
          />
        )}
        {list.hasNextPage && (
          <div className="border-t border-line p-2">
            <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.moreDocuments}
            </Button>
          </div>
        )}
      </section>
      {isAdding && <AddPageDialog baseId={baseId} onClose={() => setAdding(false)} />}
      {openId !== null && (
        <DocumentSheet
          key={params.toString()}
          documentId={openId}
          passageId={params.get("passage")}
          baseId={baseId}
          onClose={() => router.replace(`${pathname}?tab=documents`, { scroll: false })}
        />
      )}
    </div>
  );
}

type FilterBarProps = { readonly filter: Filter; onChange(part: Partial<Filter>): void };

function FilterBar({ filter, onChange }: FilterBarProps) {
  const t = useTexts(documentMessages);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={t.search}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        className="w-full sm:w-64"
      />
      <Select<DocumentState | typeof ANY>
        size="sm"
        label={t.state}
        value={filter.state ?? ANY}
        options={[
          { value: ANY, label: t.anyState },
          ...STATES.map((value) => ({ value, label: t.states[value] })),
        ]}
        onChange={(state) => onChange({ state: state === ANY ? null : state })}
      />
      <Button
        look="ghost"
        icon={Trash2}
        aria-pressed={filter.isDeleted}
        onClick={() => onChange({ ...NO_FILTER, isDeleted: !filter.isDeleted })}
      >
        {filter.isDeleted ? t.backToAll : t.deleted}
      </Button>
    </div>
  );
}

type RowsProps = {
  readonly documents: readonly ListedDocument[];
  readonly filter: Filter;
  toHref(documentId: string): string;
  onClear(): void;
};

function Rows({ documents, filter, toHref, onClear }: RowsProps) {
  const t = useTexts(documentMessages);
  const actions = useDocumentActions();
  if (documents.length > 0)
    return (
      <ul aria-label={t.list} className="divide-y divide-line">
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} href={toHref(document.id)} actions={actions} />
        ))}
      </ul>
    );
  if (filter.isDeleted) return <p className="px-5 py-10 text-center text-ink-2">{t.noDeleted}</p>;
  return filter.search || filter.state ? (
    <EmptyState
      icon={SearchX}
      title={t.noMatch}
      body={null}
      action={<Button onClick={onClear}>{t.clear}</Button>}
    />
  ) : (
    <EmptyState icon={FileText} title={t.emptyTitle} body={t.emptyBody} />
  );
}
