"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CheckCheck, Scale } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { ItemCard } from "./item-card.tsx";
import { LabelLine, type ReviewedItem } from "./label-line.tsx";
import { QueueSkeleton } from "./label-queue.tsx";
import { labelMessages } from "./messages.ts";

const PAGE_SIZE = 20;

type ReviewedItemsProps = { readonly sampleId: string | null; readonly state: "disputed" | "settled" };

/** What everybody has said of items on which everybody has spoken. */
export function ReviewedItems({ sampleId, state }: ReviewedItemsProps) {
  const t = useTexts(labelMessages);
  const trpc = useTRPC();
  const [page, setPage] = useState(0);
  const [decidingId, setDecidingId] = useState<string | null>(null);
  const list = useQuery(
    trpc.knowledge.label.items.queryOptions(
      { sampleId, state, page, pageSize: PAGE_SIZE },
      { placeholderData: keepPreviousData },
    ),
  );
  if (list.isPending) return <QueueSkeleton />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { items, total } = list.data;
  const deciding = items.find(({ id }) => id === decidingId);
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {items.length === 0 ? (
        <EmptyState
          icon={state === "disputed" ? Scale : CheckCheck}
          title={state === "disputed" ? t.disputedEmptyTitle : t.settledEmptyTitle}
          body={state === "disputed" ? t.disputedEmptyBody : t.settledEmptyBody}
        />
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.id} className="grid gap-4 p-4 md:p-5 lg:grid-cols-2 lg:gap-8">
              <ItemCard item={item} />
              <Said item={item} onDecide={() => setDecidingId(item.id)} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        onPage={setPage}
        className="justify-end px-4 py-2 text-sm text-ink-2"
      />
      {deciding && <DecideDialog key={deciding.id} item={deciding} onClose={() => setDecidingId(null)} />}
    </div>
  );
}

function Said({ item, onDecide }: { readonly item: ReviewedItem; onDecide(): void }) {
  const t = useTexts(labelMessages);
  const mayDecide = useMay("knowledge.label.adjudicate");
  const wasDecided = item.settledBy === "adjudication";
  return (
    <div className="flex flex-col gap-2.5">
      {item.settledBy && (
        <p>
          <Badge tone={wasDecided ? "info" : "success"}>{t.settledBy[item.settledBy]}</Badge>
        </p>
      )}
      <ul className="flex flex-col gap-2.5">
        {item.labels.map((label) => (
          <li key={`${label.kind} ${label.userName}`}>
            <LabelLine label={label} others={item.labels} />
          </li>
        ))}
      </ul>
      {mayDecide && (item.state === "disputed" || wasDecided) && (
        <div>
          <Button look={wasDecided ? "ghost" : "secondary"} icon={Scale} onClick={onDecide}>
            {wasDecided ? t.decideAgain : t.decide}
          </Button>
        </div>
      )}
    </div>
  );
}
