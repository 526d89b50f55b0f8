"use client";

import { useQuery } from "@tanstack/react-query";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { InviteForm } from "./invite-form.tsx";
import { consoleMessages } from "./messages.ts";

const CLOSED = new Set(["not_found", "invalid_request"]);

/** Shows who invites whom to what; joining is a button, never the opening of the link. */
export function InvitePage({ token }: { readonly token: string | null }) {
  const t = useTexts(consoleMessages).invite;
  const trpc = useTRPC();
  const invitation = useQuery(
    trpc.invitation.peek.queryOptions({ token: token ?? "" }, { staleTime: Number.POSITIVE_INFINITY }),
  );

  if (invitation.isPending) {
    return (
      <EntryFrame title=" ">
        <Loading>
          <div className="flex flex-col gap-4">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-15 w-full" />
            ))}
          </div>
        </Loading>
      </EntryFrame>
    );
  }
  if (invitation.isError) {
    if (CLOSED.has(toFailure(invitation.error).code))
      return <EntryFrame title={t.closedTitle} lead={t.closedBody} />;
    return (
      <EntryFrame title={t.closedTitle}>
        <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
      </EntryFrame>
    );
  }
  return <InviteForm token={token ?? ""} invitation={invitation.data} />;
}
