"use client";

import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function MembersSkeleton() {
  return (
    <Loading>
      <div className="divide-y divide-line">
        {[0, 1, 2].map((row) => (
          <div key={row} className="flex h-16 items-center gap-3 px-5">
            <Skeleton className="size-8 rounded-md" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="ml-auto h-7 w-28" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
