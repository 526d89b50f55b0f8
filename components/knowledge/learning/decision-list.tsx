"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { History, Undo2 } from "lucide-react";
import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";
import type { Decisions } from "./use-decisions.ts";

type Decision = Outputs["knowledge"]["learning"]["decisions"]["decisions"][number];

/** Who decided what, each with its undo. */
export function DecisionList({ decisions }: { readonly decisions: Decisions }) {
  const t = useTexts(learningMessages);
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.knowledge.learning.decisions.infiniteQueryOptions({}, { getNextPageParam: (page) => page.next }),
  );
  if (list.isPending)
    return (
      <Loading>
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.decisions);
  return (
    <Panel isFlush>
      {rows.length === 0 ? (
        <EmptyState icon={History} title={t.historyEmptyTitle} body={t.historyEmptyBody} />
      ) : (
        <ol aria-label={t.history} className="divide-y divide-line">
          {rows.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} decisions={decisions} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <div className="border-t border-line p-2">
          <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.earlier}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function DecisionRow({
  decision,
  decisions,
}: {
  readonly decision: Decision;
  readonly decisions: Decisions;
}) {
  const t = useTexts(learningMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const mayUndo = useMay("knowledge.learning.undo");
  const { entry, undoneAt, undoneBy } = decision;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p
          className={`break-words font-medium ${undoneAt === null ? "text-ink" : "text-ink-3 line-through"}`}
        >
          {decision.title}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <Badge>{t.kinds[decision.kind]}</Badge>
          {decision.clusters > 1 && <span>{t.groups(decision.clusters)}</span>}
          {entry && (
            <Link
              href={`/knowledge/${entry.baseId}?entry=${entry.entryId}`}
              className="min-w-0 max-w-full truncate text-accent-text hover:underline"
            >
              {toQuestion(entry.question, locale)}
            </Link>
          )}
          <span>{t.decidedBy(decision.authorName, formats.relative(decision.at))}</span>
          {undoneAt !== null && <span>{t.undoneBy(undoneBy ?? "", formats.relative(undoneAt))}</span>}
        </p>
      </div>
      {mayUndo && undoneAt === null && (
        <Button
          size="sm"
          icon={Undo2}
          disabled={decisions.isBusy}
          aria-label={t.undoOf(decision.title)}
          onClick={() => void decisions.undo(decision.id)}
        >
          {t.undo}
        </Button>
      )}
    </li>
  );
}
