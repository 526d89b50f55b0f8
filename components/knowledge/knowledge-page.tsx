"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, Plus } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { BaseFormDialog } from "./base-form-dialog.tsx";
import { BaseRow, type BaseRowData } from "./base-row.tsx";
import { DeletedBases } from "./deleted-bases.tsx";
import { knowledgeMessages } from "./messages.ts";
import { SectionLinks } from "./section-links.tsx";

export function KnowledgePage() {
  const t = useTexts(knowledgeMessages);
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const bases = useQuery(trpc.knowledge.bases.queryOptions());
  return (
    <Page
      title={t.title}
      description={t.lead}
      actions={
        bases.data && bases.data.length > 0 ? (
          <>
            <SearchField label={t.search} value={search} onChange={setSearch} className="w-52" />
            <NewBaseButton />
          </>
        ) : null
      }
    >
      <SectionLinks />
      <section className="overflow-hidden rounded-lg border border-line bg-surface">
        {bases.isPending ? (
          <RowsSkeleton />
        ) : bases.isError ? (
          <ErrorState error={bases.error} onRetry={() => void bases.refetch()} />
        ) : (
          <Rows bases={bases.data} search={search} />
        )}
      </section>
      <DeletedBases />
    </Page>
  );
}

function Rows({ bases, search }: { readonly bases: readonly BaseRowData[]; readonly search: string }) {
  const t = useTexts(knowledgeMessages);
  if (bases.length === 0)
    return <EmptyState icon={BookOpen} title={t.emptyTitle} body={t.emptyBody} action={<NewBaseButton />} />;
  const wanted = search.trim().toLowerCase();
  const found = bases.filter((base) => `${base.name}\n${base.description}`.toLowerCase().includes(wanted));
  if (found.length === 0) return <p className="px-5 py-10 text-center text-ink-2">{t.noMatch}</p>;
  return (
    <ul className="divide-y divide-line">
      {found.map((base) => (
        <BaseRow key={base.id} base={base} />
      ))}
    </ul>
  );
}

function NewBaseButton() {
  const t = useTexts(knowledgeMessages);
  const [isOpen, setOpen] = useState(false);
  if (!useMay("knowledge.createBase")) return null;
  return (
    <>
      <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>
        {t.create}
      </Button>
      {isOpen && <BaseFormDialog base={null} onClose={() => setOpen(false)} />}
    </>
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
              <Skeleton className="mt-1.5 h-4 w-64" />
            </div>
            <Skeleton className="hidden h-8 w-64 md:block" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
