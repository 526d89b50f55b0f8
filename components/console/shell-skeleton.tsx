"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function ShellSkeleton() {
  const isCollapsed = usePreferences((state) => state.isNavCollapsed);
  return (
    <Loading>
      <div className="flex min-h-dvh bg-canvas">
        <div
          className={joinClasses(
            "hidden h-dvh flex-col gap-3 border-r border-line bg-surface p-3.5 md:flex",
            isCollapsed ? "w-14" : "w-58",
          )}
        >
          <Skeleton className="size-7" />
          {[0, 1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-6 w-full" />
          ))}
        </div>
        <div className="flex-1 px-4 py-6 md:px-8">
          <Skeleton className="mb-6 h-7 w-40" />
          <Skeleton className="h-40 w-full rounded-lg" />
        </div>
      </div>
    </Loading>
  );
}
