"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { MeasureCard } from "./measure-card.tsx";
import { healthMessages } from "./messages.ts";
import { ReadinessTable } from "./readiness-table.tsx";

const DAYS = ["30", "90", "365"] as const;
const LINK = "text-sm text-accent-text hover:underline";

export function MeasuresTab({ onShowFailing }: { onShowFailing(): void }) {
  const t = useTexts(healthMessages);
  const [days, setDays] = useState<(typeof DAYS)[number]>("90");
  return (
    <div className="flex flex-col gap-5">
      <Segmented<(typeof DAYS)[number]>
        label={t.period}
        className="self-start"
        value={days}
        options={DAYS.map((value) => ({ value, label: t.days(Number(value)) }))}
        onChange={setDays}
      />
      <Measures days={Number(days)} onShowFailing={onShowFailing} />
      <ReadinessTable />
    </div>
  );
}

type MeasuresProps = { readonly days: number; onShowFailing(): void };

function Measures({ days, onShowFailing }: MeasuresProps) {
  const t = useTexts(healthMessages);
  const trpc = useTRPC();
  const measures = useQuery(
    trpc.knowledge.health.measures.queryOptions({ days }, { placeholderData: keepPreviousData }),
  );
  if (measures.isPending) return <CardsSkeleton />;
  if (measures.isError) return <ErrorState error={measures.error} onRetry={() => void measures.refetch()} />;
  const { accuracy, coverage, consistency, timeliness, relevance, ...rest } = measures.data;
  const { targets, countMin, answered, items } = rest;
  const toLabels = (
    <Link href="/knowledge/labels" className={LINK}>
      {t.toLabels}
    </Link>
  );
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <MeasureCard
        {...{ id: "accuracy", target: targets.accuracy, countMin }}
        lines={[{ measured: accuracy }]}
        note={items.byOne > 0 && <span>{t.byOne(items.byOne)}</span>}
        action={toLabels}
      />
      <MeasureCard
        {...{ id: "coverage", target: targets.coverage, countMin }}
        lines={[{ measured: coverage }]}
        note={
          answered.count > 0 && <span>{t.answeredRight(String(answered.right), String(answered.count))}</span>
        }
        action={toLabels}
      />
      <MeasureCard
        {...{ id: "consistency", target: targets.consistency, countMin }}
        lines={[{ measured: consistency }]}
        note={consistency.failing > 0 && <span>{t.failing(consistency.failing)}</span>}
        action={
          consistency.failing > 0 && (
            <button type="button" onClick={onShowFailing} className={LINK}>
              {t.toFailing}
            </button>
          )
        }
      />
      <MeasureCard
        {...{ id: "timeliness", target: targets.timeliness, countMin }}
        lines={[{ measured: timeliness }]}
        note={timeliness.late > 0 && <span>{t.late(timeliness.late)}</span>}
        action={
          <Link href="/knowledge/tasks" className={LINK}>
            {t.toTasks}
          </Link>
        }
      />
      <MeasureCard
        {...{ id: "relevance", target: targets.relevance, countMin }}
        lines={[
          { name: t.first, measured: relevance.first },
          { name: t.ndcg, measured: relevance.ndcg },
        ]}
        action={toLabels}
      />
    </div>
  );
}

function CardsSkeleton() {
  return (
    <Loading>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {[0, 1, 2, 3, 4].map((card) => (
          <Skeleton key={card} className="h-44 w-full" />
        ))}
      </div>
    </Loading>
  );
}
