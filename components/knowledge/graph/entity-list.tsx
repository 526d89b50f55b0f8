"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Pages } from "./fact-review.tsx";
import { graphMessages } from "./messages.ts";
import { TypeSelect } from "./type-select.tsx";

type EntityListProps = { readonly baseId: string; onEntity(entityId: string): void };

/** Accepted things as a table: what the drawn graph says, for those who read it line by line. */
export function EntityList({ baseId, onEntity }: EntityListProps) {
  const t = useTexts(graphMessages);
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [type, setType] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const wanted = useDeferredValue(search.trim());
  const list = useQuery(
    trpc.knowledge.graph.entities.queryOptions(
      { baseId, search: wanted, type, page },
      { placeholderData: keepPreviousData },
    ),
  );
  const entities = list.data?.entities ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t.find}
          value={search}
          onChange={(next) => {
            setSearch(next);
            setPage(0);
          }}
          className="w-full sm:w-64"
        />
        <TypeSelect
          baseId={baseId}
          value={type}
          onChange={(next) => {
            setType(next);
            setPage(0);
          }}
        />
      </div>
      <section className="overflow-x-auto rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <Loading>
            <Skeleton className="m-4 h-24" />
          </Loading>
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : entities.length === 0 ? (
          <p className="px-5 py-10 text-center text-ink-2">
            {wanted || type ? t.noEntityMatch : t.noEntities}
          </p>
        ) : (
          <table className="w-full text-left text-base">
            <thead className="text-sm text-ink-3">
              <tr>
                <th className="px-4 py-2 font-medium">{t.entity}</th>
                <th className="px-4 py-2 font-medium">{t.type}</th>
                <th className="px-4 py-2 font-medium max-sm:hidden">{t.aliases}</th>
                <th className="px-4 py-2 text-right font-medium">{t.facts}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-t border-line">
              {entities.map((entity) => (
                <tr key={entity.id} className="hover:bg-hover">
                  <td className="max-w-72 px-4 py-2.5">
                    <button
                      type="button"
                      onClick={() => onEntity(entity.id)}
                      className="max-w-full truncate font-medium text-accent-text hover:underline"
                    >
                      {entity.name}
                    </button>
                  </td>
                  <td className="px-4 py-2.5 text-ink-2">{entity.type}</td>
                  <td className="px-4 py-2.5 text-ink-2 max-sm:hidden">
                    {[...entity.aliases, ...entity.merged.map(({ name }) => name)].join(", ")}
                  </td>
                  <td className="px-4 py-2.5 text-right text-ink-2">{entity.facts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Pages page={page} hasMore={list.data?.hasMore ?? false} onChange={setPage} />
    </div>
  );
}
