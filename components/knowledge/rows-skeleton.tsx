import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The shape of a list whose rows are two lines, while it is fetched. */
export function RowsSkeleton({ rows = 3 }: { readonly rows?: number }) {
  return (
    <Loading>
      <div className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows that stand for nothing yet
          <div key={row} className="px-4 py-3.5">
            <Skeleton className="h-5 w-56 max-w-full" />
            <Skeleton className="mt-2 h-4 w-96 max-w-full" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
