"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { DeletedBots } from "#components/gallery/deleted-bots.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { BotRow, type BotRowData } from "./bot-row.tsx";
import { botMessages } from "./messages.ts";
import { readerTimeZone } from "./reader-time-zone.ts";

const REFRESH_MS = 30_000;
const SORTS = ["created", "name", "traffic"] as const;
type Sort = (typeof SORTS)[number];

export function BotsPage() {
  const t = useTexts(botMessages);
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<Sort>("created");
  const bots = useQuery(
    trpc.bot.list.queryOptions({ timeZone: readerTimeZone() }, { refetchInterval: REFRESH_MS }),
  );
  return (
    <Page
      title={t.title}
      description={t.lead}
      actions={
        bots.data && bots.data.length > 0 ? (
          <>
            <SearchField label={t.search} value={search} onChange={setSearch} className="w-52" />
            <Select<Sort>
              label={t.sort}
              size="sm"
              value={sort}
              options={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
              onChange={setSort}
            />
            <NewBotButton />
          </>
        ) : null
      }
    >
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        {bots.isPending ? (
          <RowsSkeleton />
        ) : bots.isError ? (
          <ErrorState error={bots.error} onRetry={() => void bots.refetch()} />
        ) : (
          <Rows bots={arrange(bots.data, search, sort)} isEmpty={bots.data.length === 0} />
        )}
      </section>
      <DeletedBots />
    </Page>
  );
}

function Rows({ bots, isEmpty }: { readonly bots: readonly BotRowData[]; readonly isEmpty: boolean }) {
  const t = useTexts(botMessages);
  if (isEmpty)
    return <EmptyState icon={Bot} title={t.emptyTitle} body={t.emptyBody} action={<NewBotButton />} />;
  if (bots.length === 0) return <p className="px-5 py-10 text-center text-ink-2">{t.noMatch}</p>;
  return (
    <ul className="divide-y divide-line">
      {bots.map((bot) => (
        <BotRow key={bot.id} bot={bot} />
      ))}
    </ul>
  );
}

function NewBotButton() {
  const t = useTexts(botMessages);
  if (!useMay("bot.create")) return null;
  return (
    <Button asChild look="primary">
      <Link href="/bots/new">
        <Plus className="size-4" aria-hidden />
        {t.create}
      </Link>
    </Button>
  );
}

function RowsSkeleton() {
  return (
    <Loading>
      <div className="divide-y divide-line">
        {[0, 1, 2].map((row) => (
          <div key={row} className="flex items-center gap-3.5 px-5 py-4">
            <Skeleton className="size-10 rounded-md" />
            <div className="flex-1">
              <Skeleton className="h-5 w-44" />
              <Skeleton className="mt-1.5 h-4 w-32" />
            </div>
            <Skeleton className="hidden h-8 w-64 md:block" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

function arrange(bots: readonly BotRowData[], search: string, sort: Sort): readonly BotRowData[] {
  const wanted = search.trim().toLowerCase();
  const found = bots.filter((bot) => bot.name.toLowerCase().includes(wanted));
  if (sort === "name") return found.toSorted((one, other) => one.name.localeCompare(other.name, "zh-CN"));
  if (sort === "traffic") return found.toSorted((one, other) => countWeek(other) - countWeek(one));
  return found;
}

const countWeek = (bot: BotRowData): number => bot.traffic.reduce((sum, day) => sum + day.conversations, 0);
