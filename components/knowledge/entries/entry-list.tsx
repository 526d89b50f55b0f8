"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageCircleQuestion, SearchX, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { BULK_MAX } from "#flows/knowledge/bulk-max.ts";
import { RowsSkeleton } from "../rows-skeleton.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { EntryRow } from "./entry-row.tsx";
import { entryMessages } from "./messages.ts";
import { SkippedNotice } from "./skipped-notice.tsx";
import { toQuestion } from "./to-question.ts";
import { useAllEntries } from "./use-all-entries.ts";
import { useEntryChanges } from "./use-entry-changes.ts";
import {
  isFiltered,
  type ListedEntry,
  NO_FILTERS,
  PAGE_SIZE,
  toEntryQuery,
  type useEntryFilters,
} from "./use-entry-filters.ts";

type EntryListProps = {
  readonly baseId: string;
  readonly address: ReturnType<typeof useEntryFilters>;
  readonly create: ReactNode;
};

export function EntryList({ baseId, address, create }: EntryListProps) {
  const t = useTexts(entryMessages);
  const trpc = useTRPC();
  const { filters } = address;
  const list = useQuery(
    trpc.knowledge.entries.queryOptions(toEntryQuery(baseId, filters), {
      placeholderData: keepPreviousData,
    }),
  );
  if (list.isPending)
    return (
      <div className="rounded-lg border border-line bg-surface">
        <RowsSkeleton rows={5} />
      </div>
    );
  if (list.isError)
    return (
      <div className="rounded-lg border border-line bg-surface">
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  const { entries, total } = list.data;
  if (total === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        {isFiltered(filters) ? (
          <EmptyState
            icon={SearchX}
            title={t.noMatchTitle}
            body={t.noMatchBody}
            action={<Button onClick={() => address.set(NO_FILTERS)}>{t.clear}</Button>}
          />
        ) : (
          <EmptyState icon={MessageCircleQuestion} title={t.emptyTitle} body={t.emptyBody} action={create} />
        )}
        {!filters.isDeleted && <DeletedLink onOpen={() => address.set({ ...NO_FILTERS, isDeleted: true })} />}
      </div>
    );
  }
  return (
    <Rows
      // What is deleted and what is not are never acted on together.
      key={String(filters.isDeleted)}
      baseId={baseId}
      address={address}
      entries={entries}
      total={total}
    />
  );
}

type RowsProps = {
  readonly baseId: string;
  readonly address: ReturnType<typeof useEntryFilters>;
  readonly entries: readonly ListedEntry[];
  readonly total: number;
};

function Rows({ baseId, address, entries, total }: RowsProps) {
  const t = useTexts(entryMessages);
  const formats = useFormats();
  const mayChange = useMay("knowledge.changeEntries");
  const changes = useEntryChanges(baseId);
  const locale = usePreferences((state) => state.locale);
  const { filters } = address;
  // With the rev that was seen; what is on other pages stays selected.
  const [selected, setSelected] = useState<ReadonlyMap<string, number>>(new Map());
  // Names outlive the selection, so that what an act left as it was can be named.
  const [named, setNamed] = useState<ReadonlyMap<string, string>>(new Map());
  const take = (next: ReadonlyMap<string, number>, chosen: readonly ListedEntry[]) => {
    setSelected(next);
    setNamed(
      new Map([...named, ...chosen.map(({ id, question }) => [id, toQuestion(question, locale)] as const)]),
    );
  };
  const select = (chosen: readonly ListedEntry[], isSelected: boolean) => {
    const next = new Map(selected);
    for (const { id, rev } of chosen) {
      if (isSelected) next.set(id, rev);
      else next.delete(id);
    }
    take(next, chosen);
  };
  const all = useAllEntries(baseId, (chosen) =>
    take(new Map(chosen.map(({ id, rev }) => [id, rev] as const)), chosen),
  );
  const most = Math.min(total, BULK_MAX);
  const here = entries.filter(({ id }) => selected.has(id)).length;
  const pages = Math.ceil(total / PAGE_SIZE);
  return (
    <>
      <SkippedNotice
        skipped={changes.skipped}
        nameOf={(entryId) => named.get(entryId) ?? null}
        toHref={address.toHref}
        onClose={changes.forgetSkipped}
      />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 border-b border-line px-4 text-sm text-ink-2">
          {mayChange && (
            <Checkbox
              label={t.selectPage}
              isChecked={here === 0 ? false : here === entries.length ? true : "mixed"}
              onChange={(isSelected) => select(entries, isSelected)}
            />
          )}
          <span className="flex-1 whitespace-nowrap">{t.total(formats.number(total))}</span>
          {here > 0 && here === entries.length && selected.size < most && (
            <Button look="ghost" size="sm" isBusy={all.isPending} onClick={() => all.mutate(filters)}>
              {(total > most ? t.selectFirst : t.selectAll)(formats.number(most))}
            </Button>
          )}
          <Pager
            className="ml-auto"
            page={filters.page}
            pages={pages}
            onPage={(page) => address.set({ page })}
          />
        </div>
        <ul aria-label={t.list} className="divide-y divide-line">
          {entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              href={address.toHref(entry.id)}
              isSelected={mayChange ? selected.has(entry.id) : null}
              onSelect={(isSelected) => select([entry], isSelected)}
            />
          ))}
        </ul>
        {!filters.isDeleted && <DeletedLink onOpen={() => address.set({ ...NO_FILTERS, isDeleted: true })} />}
      </div>
      <BulkBar
        baseId={baseId}
        selected={[...selected].map(([entryId, rev]) => ({ entryId, rev }))}
        isDeleted={filters.isDeleted}
        changes={changes}
        onClear={() => setSelected(new Map())}
      />
    </>
  );
}

function DeletedLink({ onOpen }: { onOpen(): void }) {
  const t = useTexts(entryMessages);
  return (
    <div className="border-t border-line px-2 py-1">
      <Button look="ghost" size="sm" icon={Trash2} onClick={onOpen}>
        {t.deleted}
      </Button>
    </div>
  );
}
