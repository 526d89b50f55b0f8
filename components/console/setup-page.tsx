"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { consoleMessages } from "./messages.ts";
import { SetupForm } from "./setup-form.tsx";

/** The one-time link of the first start: makes the owner and names the workspace. */
export function SetupPage({ token }: { readonly token: string | null }) {
  const t = useTexts(consoleMessages).setup;
  const trpc = useTRPC();
  const status = useQuery(trpc.setup.status.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }));

  if (status.isPending) {
    return (
      <EntryFrame title={t.title} lead={t.checking}>
        <Loading>
          <div className="flex flex-col gap-4">
            {[0, 1, 2, 3].map((row) => (
              <Skeleton key={row} className="h-15 w-full" />
            ))}
          </div>
        </Loading>
      </EntryFrame>
    );
  }
  if (status.isError) {
    return (
      <EntryFrame title={t.title}>
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      </EntryFrame>
    );
  }
  if (token && status.data.isOpen) return <SetupForm token={token} />;
  const isDone = status.data.hasOwner;
  return (
    <EntryFrame title={isDone ? t.doneTitle : t.closedTitle} lead={isDone ? t.doneBody : t.closedBody}>
      {isDone && (
        <Button look="primary" size="lg" asChild>
          <Link href="/sign-in">{t.toSignIn}</Link>
        </Button>
      )}
    </EntryFrame>
  );
}
