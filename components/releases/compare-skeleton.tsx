import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function CompareSkeleton() {
  return (
    <Loading>
      <div className="flex h-dvh flex-col bg-canvas">
        <div className="flex h-12 items-center gap-3 border-b border-line bg-surface px-3">
          <Skeleton className="size-7" />
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-8 w-44" />
          <Skeleton className="h-8 w-44" />
        </div>
        <div className="flex min-h-0 flex-1 gap-px bg-line max-md:flex-col">
          <div className="flex-1 bg-canvas" />
          <div className="flex-1 bg-canvas" />
          <div className="w-90 bg-surface p-4 max-md:w-full">
            <Skeleton className="h-24 w-full rounded-md" />
          </div>
        </div>
      </div>
    </Loading>
  );
}
