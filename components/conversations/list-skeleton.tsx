"use client";

import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function ListSkeleton() {
  return (
    <Loading>
      {[0, 1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} className="border-b border-line px-4 py-3">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="mt-2 h-4 w-full" />
          <Skeleton className="mt-2 h-3 w-40" />
        </div>
      ))}
    </Loading>
  );
}
