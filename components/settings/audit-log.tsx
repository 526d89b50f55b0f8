"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { consoleMessages } from "#components/console/messages.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { settingsMessages } from "./messages.ts";

type Entry = Outputs["audit"]["list"]["entries"][number];

export function AuditLog() {
  const t = useTexts(settingsMessages).audit;
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.next }),
  );
  if (log.isPending) {
    return (
      <Loading>
        <Skeleton className="h-60 w-full rounded-lg" />
      </Loading>
    );
  }
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  return (
    <>
      <p className="mb-4 text-ink-2">{t.lead}</p>
      <Panel isFlush className="overflow-hidden">
        {entries.length === 0 && <EmptyState icon={ScrollText} title={t.emptyTitle} body={t.emptyBody} />}
        <ul aria-label={t.listLabel} className="divide-y divide-line">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
        {log.hasNextPage && (
          <div className="border-t border-line p-3 text-center">
            <Button look="ghost" isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t.more}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}

/** The actor himself is no target worth naming. */
const WITHOUT_TARGET = new Set<Entry["action"]>(["member-joined", "member-left", "workspace-created"]);

function EntryRow({ entry }: { readonly entry: Entry }) {
  const t = useTexts(settingsMessages).audit;
  const { roles } = useTexts(consoleMessages);
  const formats = useFormats();
  const toRole = (value: unknown) =>
    typeof value === "string" && Object.hasOwn(roles, value)
      ? Object.entries(roles).find(([key]) => key === value)?.[1]
      : null;
  const from = toRole(entry.facts.from);
  const to = toRole(entry.facts.to) ?? toRole(entry.facts.role);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 px-5 py-3">
      <span className="font-medium text-ink">{entry.actorName}</span>
      <span className="text-ink-2">{t.actions[entry.action]}</span>
      {entry.target && !WITHOUT_TARGET.has(entry.action) && (
        <span className="min-w-0 text-ink [overflow-wrap:anywhere]">{entry.target}</span>
      )}
      {to && <span className="text-sm text-ink-3">{from ? t.roles(from, to) : to}</span>}
      <time dateTime={entry.at} title={formats.dateTime(entry.at)} className="ml-auto text-sm text-ink-3">
        {formats.relative(entry.at)}
      </time>
    </li>
  );
}
