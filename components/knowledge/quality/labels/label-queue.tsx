"use client";

import { CheckCheck, SkipForward, Undo2 } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ItemCard } from "./item-card.tsx";
import { LabelForm } from "./label-form.tsx";
import { labelMessages } from "./messages.ts";
import { useLabelQueue } from "./use-label-queue.ts";

/** Question after question, until there is none left for this person. */
export function LabelQueue({ sampleId }: { readonly sampleId: string | null }) {
  const t = useTexts(labelMessages);
  const queue = useLabelQueue(sampleId);
  const { next } = queue;
  if (next.isPending) return <QueueSkeleton />;
  if (next.isError) return <ErrorState error={next.error} onRetry={() => void next.refetch()} />;
  const { item, progress } = next.data;
  const undo = (
    <Button look="ghost" icon={Undo2} disabled={!queue.canUndo} onClick={queue.undo}>
      {t.undo}
    </Button>
  );
  if (item === null)
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState icon={CheckCheck} title={t.doneTitle} body={t.doneBody} action={undo} />
      </div>
    );
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface">
      <Progress mine={progress.mine} all={progress.mine + progress.waiting} />
      <div className="grid gap-6 p-4 md:p-5 lg:grid-cols-2 lg:gap-8">
        <ItemCard item={item} />
        <LabelForm
          // What is said belongs to one item.
          key={item.id}
          found={item.found}
          initial={queue.draftOf(item.id)}
          isBusy={queue.isBusy}
          onSave={(label, draft) => queue.save(item.id, label, draft)}
          onSkip={() => queue.skip(item.id)}
          onUndo={queue.undo}
          footer={(label, save) => (
            <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
              <Button look="primary" disabled={label === null} isBusy={queue.isBusy} onClick={save}>
                {t.save}
              </Button>
              <Button icon={SkipForward} disabled={queue.isBusy} onClick={() => queue.skip(item.id)}>
                {t.skip}
              </Button>
              {undo}
            </div>
          )}
        />
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-xs text-ink-3 md:px-5">
        <span>{t.independent}</span>
        <span className="hidden md:inline">{t.keys}</span>
      </p>
    </section>
  );
}

function Progress({ mine, all }: { readonly mine: number; readonly all: number }) {
  const t = useTexts(labelMessages);
  return (
    <div className="flex items-center gap-3 border-b border-line px-4 py-2.5 text-sm text-ink-2 md:px-5">
      <span role="status">{t.progress(mine, all)}</span>
      <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-[var(--slow)]"
          style={{ width: `${all === 0 ? 0 : (mine / all) * 100}%` }}
        />
      </span>
    </div>
  );
}

export function QueueSkeleton() {
  return (
    <Loading>
      <div className="grid gap-6 rounded-lg border border-line bg-surface p-5 lg:grid-cols-2">
        <Skeleton className="h-56 w-full" />
        <Skeleton className="h-56 w-full" />
      </div>
    </Loading>
  );
}
