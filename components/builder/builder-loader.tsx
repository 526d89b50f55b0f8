"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMe } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import type { BuilderPageProps } from "./builder-page.tsx";
import { FrameSkeleton } from "./frame/frame-skeleton.tsx";
import { builderMessages } from "./messages.ts";
import { OpenBuilder } from "./open-builder.tsx";
import { adoptOrphans } from "./sync/adopt-orphans.ts";
import { useDraftApi } from "./sync/use-draft-sync.ts";

/** Saves what earlier tabs left behind, then reads the draft once. From there on the sync keeps it level. */
export function BuilderLoader({ botId, replayOf, nodeId }: BuilderPageProps) {
  const t = useTexts(builderMessages);
  const me = useMe();
  const client = useTRPCClient();
  const api = useDraftApi(botId);
  const [clientId] = useState(() => crypto.randomUUID());
  const mayEdit = me.permissions.includes("draft.save");
  const draft = useQuery({
    queryKey: ["builder", botId, clientId],
    queryFn: async () => {
      const adopted = mayEdit ? await adoptOrphans({ tabId: clientId, botId, userId: me.id }, api) : null;
      return { adopted, ...(await client.draft.get.query({ botId })) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  if (draft.isPending) return <FrameSkeleton />;
  if (draft.isError) {
    const isGone = ["not_found", "invalid_request"].includes(toFailure(draft.error).code);
    return (
      <main className="grid min-h-dvh place-items-center bg-canvas">
        {isGone ? (
          <EmptyState
            icon={Bot}
            title={t.notFoundTitle}
            body={t.notFoundBody}
            action={
              <Button asChild>
                <Link href="/bots">{t.toBots}</Link>
              </Button>
            }
          />
        ) : (
          <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
        )}
      </main>
    );
  }
  const { adopted, bot, bundle, rev } = draft.data;
  return (
    <OpenBuilder
      start={{
        botId,
        botName: bot.name,
        chatUrl: bot.chatUrl,
        channels: bot.channels,
        bundle,
        rev,
        canEdit: mayEdit,
      }}
      {...{ clientId, adopted, replayOf, nodeId }}
    />
  );
}
