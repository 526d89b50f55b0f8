"use client";

import { type ComponentType, useEffect, useState } from "react";
import { ErrorState } from "./error-state.tsx";
import { Loading } from "./loading.tsx";
import { Skeleton } from "./skeleton.tsx";

export type Load = () => Promise<ComponentType>;

const loaded = new Map<Load, ComponentType>();

/** Fetches a part's code ahead, so that it is there when the network is not. Failing costs nothing: it is fetched when it is shown. */
export async function preloadPart(load: Load): Promise<void> {
  if (!loaded.has(load)) loaded.set(load, await load());
}

/**
 * A part of the page whose code comes when it is first shown. Unlike a lazy component it can be tried again where the network
 * failed, and it never takes the page around it down.
 */
export function LazyPart({ load }: { readonly load: Load }) {
  const [error, setError] = useState<unknown>(null);
  const [, setReady] = useState(false);
  const Part = loaded.get(load);
  useEffect(() => {
    if (Part || error !== null) return;
    preloadPart(load).then(
      () => setReady(true),
      (reason: unknown) => setError(reason ?? new Error("nothing came")),
    );
  }, [Part, error, load]);
  if (Part) return <Part />;
  if (error !== null) return <ErrorState error={error} onRetry={() => setError(null)} />;
  return (
    <Loading>
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-24 w-full" />
      </div>
    </Loading>
  );
}
