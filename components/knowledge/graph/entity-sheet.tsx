"use client";

import { useQuery } from "@tanstack/react-query";
import { FileQuestion, Merge, Waypoints } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { EntitySettings } from "./entity-settings.tsx";
import { FactCard } from "./fact-card.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { MergedNames } from "./merged-names.tsx";
import { graphMessages } from "./messages.ts";
import { type Fact, useDecisions } from "./use-decisions.ts";

type EntitySheetProps = {
  readonly baseId: string;
  readonly entityId: string;
  onEntity(entityId: string): void;
  onEdit(fact: Fact): void;
  onMap(): void;
  onClose(): void;
};

/** One thing: what is known of it, and where that stands. */
export function EntitySheet({ baseId, entityId, onEntity, onEdit, onMap, onClose }: EntitySheetProps) {
  const texts = useTexts(graphMessages);
  const t = texts.sheet;
  const trpc = useTRPC();
  const mayDecide = useMay("knowledge.graph.decide");
  const mayMerge = useMay("knowledge.graph.merge");
  const [isMerging, setMerging] = useState(false);
  const decisions = useDecisions(baseId);
  const found = useQuery(trpc.knowledge.graph.entity.queryOptions({ entityId }, { retry: false }));
  const isGone = ["not_found", "invalid_request"].includes(found.error ? toFailure(found.error).code : "");
  return (
    <Sheet
      title={found.data?.entity.name ?? t.loading}
      status={found.data && <Badge>{found.data.entity.type}</Badge>}
      onClose={onClose}
    >
      {found.isPending ? (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <div className="flex flex-col gap-4">
          <EntitySettings key={found.data.entity.id} entity={found.data.entity} />
          <MergedNames merged={found.data.entity.merged} />
          <section aria-label={t.about}>
            <div className="mb-2 flex items-center justify-between gap-2">
              <h3 className="text-sm font-semibold text-ink">{t.about}</h3>
              <span className="flex flex-wrap justify-end gap-1">
                {mayMerge && found.data.entity.state !== "rejected" && (
                  <Button look="ghost" size="sm" icon={Merge} onClick={() => setMerging(true)}>
                    {texts.merge.open}
                  </Button>
                )}
                <Button look="ghost" size="sm" icon={Waypoints} onClick={onMap}>
                  {t.showOnMap}
                </Button>
              </span>
            </div>
            {found.data.facts.length === 0 && <p className="text-ink-2">{t.none}</p>}
            <ul className="-mx-4 divide-y divide-line">
              {found.data.facts.map((fact) => (
                <li key={fact.id}>
                  <FactCard
                    fact={fact}
                    baseId={baseId}
                    review={
                      mayDecide
                        ? {
                            ...{ isSelected: null, isBusy: decisions.isBusy },
                            onSelect: () => {},
                            onDecide: (state) => void decisions.decide([fact], state),
                          }
                        : null
                    }
                    onEntity={onEntity}
                    onEdit={() => onEdit(fact)}
                  />
                </li>
              ))}
            </ul>
          </section>
          {isMerging && (
            <MergeDialog
              baseId={baseId}
              entity={found.data.entity}
              onMerged={onEntity}
              onClose={() => setMerging(false)}
            />
          )}
        </div>
      )}
    </Sheet>
  );
}
