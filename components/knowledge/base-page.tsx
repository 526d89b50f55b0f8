"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import Link from "next/link";
import { Page } from "#components/console/page.tsx";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { BaseTabs } from "./base-tabs.tsx";
import { knowledgeMessages } from "./messages.ts";

export type BaseDetail = Outputs["knowledge"]["base"];

export function BasePage({ baseId, tab }: { readonly baseId: string; readonly tab: string | null }) {
  const t = useTexts(knowledgeMessages);
  const trpc = useTRPC();
  const base = useQuery(trpc.knowledge.base.queryOptions({ baseId }));
  const back = { href: "/knowledge", label: t.title };
  if (base.isPending)
    return (
      <Page title={t.title} heading={<Skeleton className="h-7 w-48" />} back={back}>
        <Loading>
          <Skeleton className="h-10 w-full" />
          <Skeleton className="mt-5 h-96 w-full" />
        </Loading>
      </Page>
    );
  if (base.isError) {
    const isGone = ["not_found", "invalid_request"].includes(toFailure(base.error).code);
    return (
      <Page title={t.title} back={back}>
        {isGone ? (
          <EmptyState icon={BookOpen} title={t.notFoundTitle} body={t.notFoundBody} />
        ) : (
          <ErrorState error={base.error} onRetry={() => void base.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page title={base.data.name} description={<About base={base.data} />} back={back}>
      <BaseTabs base={base.data} tab={tab} />
    </Page>
  );
}

function About({ base }: { readonly base: BaseDetail }) {
  const t = useTexts(knowledgeMessages);
  return (
    <>
      {base.description && <span className="block">{base.description}</span>}
      <span className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-ink-3">
        {base.usedBy.length === 0 ? (
          t.usedByNone
        ) : (
          <>
            {t.usedBy}
            {base.usedBy.map((bot) => (
              <Link key={bot.botId} href={`/bots/${bot.botId}`} className="text-accent-text hover:underline">
                {bot.name}
                {!bot.isLive && ` (${t.inDraft})`}
              </Link>
            ))}
          </>
        )}
      </span>
    </>
  );
}
