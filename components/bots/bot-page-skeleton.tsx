"use client";

import { Page } from "#components/console/page.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function BotPageSkeleton({
  back,
}: {
  readonly back: { readonly href: string; readonly label: string };
}) {
  return (
    <Page title=" " heading={<Skeleton className="h-8 w-56" />} back={back}>
      <Loading>
        <Skeleton className="h-10 w-full" />
        <div className="mt-5 grid grid-cols-2 gap-4 md:grid-cols-4">
          {[0, 1, 2, 3].map((tile) => (
            <Skeleton key={tile} className="h-20 rounded-lg" />
          ))}
        </div>
        <Skeleton className="mt-4 h-56 w-full rounded-lg" />
      </Loading>
    </Page>
  );
}
