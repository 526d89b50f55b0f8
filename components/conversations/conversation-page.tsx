"use client";

import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ConversationView } from "./conversation-view.tsx";
import { conversationMessages } from "./messages.ts";

const REFRESH_MS = 5_000;

/** One talk, kept up to date while it goes on. */
export function ConversationPage({ conversationId }: { readonly conversationId: string }) {
  const t = useTexts(conversationMessages);
  const trpc = useTRPC();
  const talk = useQuery(
    trpc.conversation.get.queryOptions(
      { conversationId },
      {
        refetchInterval: (query) => (query.state.data?.conversation.status === "ended" ? false : REFRESH_MS),
      },
    ),
  );
  if (talk.isPending) return <TalkSkeleton />;
  if (talk.isError) {
    const isGone = ["not_found", "invalid_request"].includes(toFailure(talk.error).code);
    return isGone ? (
      <EmptyState
        icon={MessagesSquare}
        title={t.notFoundTitle}
        body={t.notFoundBody}
        action={
          <Button asChild>
            <Link href="/conversations">{t.back}</Link>
          </Button>
        }
      />
    ) : (
      <ErrorState error={talk.error} onRetry={() => void talk.refetch()} />
    );
  }
  return <ConversationView key={conversationId} talk={talk.data} />;
}

function TalkSkeleton() {
  return (
    <Loading>
      <div className="border-b border-line bg-surface px-5 py-4">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      </div>
      <div className="flex max-w-140 flex-col gap-4 p-5">
        <Skeleton className="h-14 w-3/5 self-end rounded-md" />
        <Skeleton className="h-10 w-2/5 rounded-md" />
        <Skeleton className="h-20 w-3/5 self-end rounded-md" />
      </div>
    </Loading>
  );
}
