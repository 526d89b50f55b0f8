"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { GraphCanvas } from "./graph-canvas.tsx";
import { graphMessages } from "./messages.ts";
import { TypeSelect } from "./type-select.tsx";
import { usePlaces } from "./use-places.ts";

type MapViewProps = {
  readonly baseId: string;
  readonly around: string | null;
  onAround(entityId: string | null): void;
  onEntity(entityId: string): void;
};

/** Accepted things and how they hang together, drawn; to look at and to find one's way by. */
export function MapView({ baseId, around, onAround, onEntity }: MapViewProps) {
  const t = useTexts(graphMessages);
  const trpc = useTRPC();
  const [type, setType] = useState<string | null>(null);
  const map = useQuery(
    trpc.knowledge.graph.map.queryOptions({ baseId, type, around }, { placeholderData: keepPreviousData }),
  );
  const places = usePlaces(map.data);
  const nodes = map.data?.nodes ?? [];
  const center = nodes.find(({ id }) => id === around);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-full sm:w-64">
          <Combobox
            label={t.find}
            value={around}
            options={nodes.map(({ id, name, type: own }) => ({ value: id, label: name, note: own }))}
            placeholder={t.find}
            searchHint={t.find}
            emptyText={t.noEntityMatch}
            clearText={t.map.showAll}
            unknownText="…"
            onChange={onAround}
          />
        </div>
        <TypeSelect baseId={baseId} value={type} onChange={setType} />
        {center && (
          <>
            <span className="text-sm text-ink-2">{t.map.around(center.name)}</span>
            <Button look="ghost" size="sm" onClick={() => onAround(null)}>
              {t.map.showAll}
            </Button>
          </>
        )}
      </div>
      {map.data && map.data.total > nodes.length && (
        <p className="text-sm text-ink-2">{t.map.capped(nodes.length, map.data.total)}</p>
      )}
      <section
        aria-label={t.map.label}
        className="relative h-[60vh] min-h-96 overflow-hidden rounded-lg border border-line bg-canvas"
      >
        {map.isError ? (
          <ErrorState error={map.error} onRetry={() => void map.refetch()} />
        ) : places.isFailed ? (
          <p className="p-8 text-center text-ink-2">{t.map.failed}</p>
        ) : map.data && nodes.length === 0 ? (
          <p className="p-8 text-center text-ink-2">{t.noEntities}</p>
        ) : map.data && places.places ? (
          <GraphCanvas map={map.data} places={places.places} around={around} onEntity={onEntity} />
        ) : (
          <Loading>
            <Skeleton className="m-4 h-40" />
          </Loading>
        )}
      </section>
    </div>
  );
}
