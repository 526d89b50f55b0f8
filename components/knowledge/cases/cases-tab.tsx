"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Lightbulb, Plus, SearchX, Trash2 } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { RowsSkeleton } from "../rows-skeleton.tsx";
import { useSheetHistory } from "../use-sheet-history.ts";
import { CaseRow } from "./case-row.tsx";
import { CaseSheet } from "./case-sheet.tsx";
import { caseMessages } from "./messages.ts";
import type { CaseState } from "./use-case-actions.ts";

const STATES = ["draft", "in_review", "approved", "retired"] as const satisfies readonly CaseState[];
/** A select cannot hold null. */
const ANY = "any";

type Filter = {
  readonly search: string;
  readonly state: CaseState | null;
  readonly tag: string | null;
  readonly isDeleted: boolean;
};
const NO_FILTER: Filter = { search: "", state: null, tag: null, isDeleted: false };

export function CasesTab({ baseId }: { readonly baseId: string }) {
  const t = useTexts(caseMessages);
  const trpc = useTRPC();
  const mayCreate = useMay("knowledge.case.create");
  const pathname = usePathname();
  const openId = useSearchParams().get("case");
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const search = useDeferredValue(filter.search.trim());
  const list = useInfiniteQuery(
    trpc.knowledge.case.list.infiniteQueryOptions(
      { baseId, ...filter, search },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  );
  const toHref = (caseId: string) => `${pathname}?tab=cases&case=${caseId}`;
  const sheet = useSheetHistory(openId);
  const open = (caseId: string) => sheet.open(toHref(caseId));
  const cases = list.data?.pages.flatMap((page) => page.cases) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-160 text-sm text-ink-2">{t.lead}</p>
        {mayCreate && (
          <Button look="primary" icon={Plus} onClick={() => open("new")}>
            {t.create}
          </Button>
        )}
      </div>
      <FilterBar baseId={baseId} filter={filter} onChange={(part) => setFilter({ ...filter, ...part })} />
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <RowsSkeleton />
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : cases.length > 0 ? (
          <ul aria-label={t.list} className="divide-y divide-line">
            {cases.map((row) => (
              <CaseRow key={row.id} row={row} search={search} href={toHref(row.id)} />
            ))}
          </ul>
        ) : (
          <Nothing filter={filter} onClear={() => setFilter(NO_FILTER)} />
        )}
        {list.hasNextPage && (
          <div className="border-t border-line p-2">
            <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.more}
            </Button>
          </div>
        )}
      </section>
      {openId !== null && (
        <CaseSheet
          key={openId}
          baseId={baseId}
          caseId={openId}
          onOpen={open}
          onClose={() => sheet.close(`${pathname}?tab=cases`)}
        />
      )}
    </div>
  );
}

type FilterBarProps = {
  readonly baseId: string;
  readonly filter: Filter;
  onChange(part: Partial<Filter>): void;
};

function FilterBar({ baseId, filter, onChange }: FilterBarProps) {
  const t = useTexts(caseMessages);
  const trpc = useTRPC();
  const { data: tags = [] } = useQuery(trpc.knowledge.case.tags.queryOptions({ baseId }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={t.search}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        className="w-full sm:w-72"
      />
      <Select<CaseState | typeof ANY>
        size="sm"
        label={t.state}
        value={filter.state ?? ANY}
        options={[
          { value: ANY, label: t.anyState },
          ...STATES.map((value) => ({ value, label: t.states[value] })),
        ]}
        onChange={(state) => onChange({ state: state === ANY ? null : state })}
      />
      {tags.length > 0 && (
        <Select<string>
          size="sm"
          label={t.tag}
          // A tag may be called like the choice of all: what is chosen is told apart by a sign that no tag begins with.
          value={filter.tag === null ? ANY : `=${filter.tag}`}
          options={[
            { value: ANY, label: t.anyTag },
            ...tags.map(({ tag, cases }) => ({ value: `=${tag}`, label: `${tag} (${cases})` })),
          ]}
          onChange={(tag) => onChange({ tag: tag === ANY ? null : tag.slice(1) })}
        />
      )}
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

function Nothing({ filter, onClear }: { readonly filter: Filter; onClear(): void }) {
  const t = useTexts(caseMessages);
  if (filter.isDeleted) return <p className="px-5 py-10 text-center text-ink-2">{t.noDeleted}</p>;
  return filter.search || filter.state || filter.tag ? (
    <EmptyState
      icon={SearchX}
      title={t.noMatch}
      body={null}
      action={<Button onClick={onClear}>{t.clear}</Button>}
    />
  ) : (
    <EmptyState icon={Lightbulb} title={t.emptyTitle} body={t.emptyBody} />
  );
}
