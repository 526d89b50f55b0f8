"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { Page } from "#components/console/page.tsx";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { SectionLinks } from "../../section-links.tsx";
import { taskMessages } from "./messages.ts";
import { TaskRow } from "./task-row.tsx";
import type { Task } from "./to-task-href.ts";

const PAGE_SIZE = 50;
/** Tasks come and go by themselves. */
const REFRESH_MS = 30_000;

const WHOSE = ["mine", "all"] as const;
const KINDS = [
  "review_due",
  "case_review",
  "contradiction",
  "expiring",
  "expired",
  "glossary",
  "passage_outdated",
] as const satisfies readonly Task["kind"][];
const STATES = ["open", "snoozed", "closed"] as const;

type Filter = {
  readonly whose: (typeof WHOSE)[number];
  readonly kind: Task["kind"] | "every";
  readonly state: (typeof STATES)[number];
  readonly page: number;
};

export function TasksPage() {
  const t = useTexts(taskMessages);
  const [filter, setFilter] = useState<Filter>({ whose: "mine", kind: "every", state: "open", page: 0 });
  // Any other filter starts at the first page again.
  const set = (part: Partial<Filter>) => setFilter({ ...filter, page: 0, ...part });
  return (
    <Page title={t.title} description={t.lead}>
      <SectionLinks />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <Segmented<Filter["state"]>
          label={t.state}
          value={filter.state}
          options={STATES.map((value) => ({ value, label: t.states[value] }))}
          onChange={(state) => set({ state })}
        />
        <Select<Filter["whose"]>
          label={t.whose}
          size="sm"
          value={filter.whose}
          options={WHOSE.map((value) => ({ value, label: t.whoseOf[value] }))}
          onChange={(whose) => set({ whose })}
        />
        <Select<Filter["kind"]>
          label={t.kind}
          size="sm"
          value={filter.kind}
          options={[
            { value: "every", label: t.everyKind },
            ...KINDS.map((value) => ({ value, label: t.kinds[value] })),
          ]}
          onChange={(kind) => set({ kind })}
        />
      </div>
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        <TaskList filter={filter} onGo={(page) => setFilter({ ...filter, page })} />
      </section>
    </Page>
  );
}

function TaskList({ filter, onGo }: { readonly filter: Filter; onGo(page: number): void }) {
  const t = useTexts(taskMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const { kind, ...rest } = filter;
  const list = useQuery(
    trpc.knowledge.task.list.queryOptions(
      { ...rest, kind: kind === "every" ? null : kind, pageSize: PAGE_SIZE },
      { placeholderData: keepPreviousData, refetchInterval: REFRESH_MS },
    ),
  );
  if (list.isPending) return <RowsSkeleton />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { tasks, total } = list.data;
  if (tasks.length === 0) {
    if (filter.state === "open")
      return <EmptyState icon={ListChecks} title={t.emptyTitle} body={t.emptyBody} />;
    return (
      <p className="px-5 py-10 text-center text-ink-2">
        {filter.state === "closed" ? t.emptyClosed : t.emptySnoozed}
      </p>
    );
  }
  return (
    <>
      <p className="border-b border-line px-4 py-2.5 text-sm text-ink-2 md:px-5">
        {t.total(formats.number(total))}
      </p>
      <ul aria-label={t.list} className="divide-y divide-line">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      <Pager
        page={filter.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        onPage={onGo}
        className="justify-end px-4 py-2 text-sm text-ink-2"
      />
    </>
  );
}

function RowsSkeleton() {
  return (
    <Loading>
      <div className="divide-y divide-line">
        {[0, 1, 2].map((row) => (
          <div key={row} className="px-5 py-3.5">
            <Skeleton className="h-5 w-56" />
            <Skeleton className="mt-1.5 h-4 w-80 max-w-full" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
