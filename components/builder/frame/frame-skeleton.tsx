"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { builderMessages } from "../messages.ts";

export function FrameSkeleton() {
  const t = useTexts(builderMessages);
  return (
    <div role="status" aria-label={t.loading} className="flex h-dvh flex-col bg-canvas">
      <div className="flex h-12 items-center gap-3 border-b border-line bg-surface px-3">
        <Skeleton className="size-7" />
        <Skeleton className="h-5 w-40" />
        <span className="flex-1" />
        <Skeleton className="h-7 w-20" />
        <Skeleton className="h-7 w-20" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="hidden w-52 flex-col gap-2 border-r border-line bg-surface p-3 md:flex">
          {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
            <Skeleton key={row} className="h-8 w-full" />
          ))}
        </div>
        <div className="grid flex-1 place-items-center text-sm text-ink-3">{t.loading}</div>
        <div className="w-11 border-l border-line bg-surface" />
      </div>
    </div>
  );
}
