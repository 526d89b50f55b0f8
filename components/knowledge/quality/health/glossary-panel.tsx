"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BookA, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { healthMessages } from "./messages.ts";
import { type Term, TermDialog } from "./term-dialog.tsx";

/** What things are called in this workspace, and what they must not be called. */
export function GlossaryPanel() {
  const t = useTexts(healthMessages);
  const trpc = useTRPC();
  const maySave = useMay("knowledge.glossary.save");
  const terms = useQuery(trpc.knowledge.glossary.list.queryOptions());
  /** Null: closed. "new" adds one. */
  const [open, setOpen] = useState<Term | "new" | null>(null);
  const add = maySave ? (
    <Button look="primary" icon={Plus} onClick={() => setOpen("new")}>
      {t.addTerm}
    </Button>
  ) : null;
  return (
    <Panel
      title={t.glossaryTitle}
      description={t.glossaryLead}
      actions={terms.data && terms.data.length > 0 && add}
      isFlush
    >
      {terms.isPending ? (
        <Loading>
          <Skeleton className="m-5 h-24" />
        </Loading>
      ) : terms.isError ? (
        <ErrorState error={terms.error} onRetry={() => void terms.refetch()} />
      ) : terms.data.length === 0 ? (
        <EmptyState icon={BookA} title={t.glossaryEmptyTitle} body={t.glossaryEmptyBody} action={add} />
      ) : (
        <ul aria-label={t.glossaryTitle} className="divide-y divide-line border-t border-line">
          {terms.data.map((term) => (
            <TermRow key={term.id} term={term} onEdit={() => setOpen(term)} />
          ))}
        </ul>
      )}
      {open !== null && <TermDialog term={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function TermRow({ term, onEdit }: { readonly term: Term; onEdit(): void }) {
  const t = useTexts(healthMessages);
  const maySave = useMay("knowledge.glossary.save");
  return (
    <li className="flex items-center gap-3 px-5 py-3 text-sm">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium text-ink">{term.preferred}</span>
          <span className="text-ink-3 line-through">{term.forbidden.join(t.wordJoin)}</span>
          <Badge>{t.languages[term.locale]}</Badge>
          {term.entries > 0 && <Badge tone="warn">{t.termEntries(term.entries)}</Badge>}
        </p>
        {term.note && <p className="mt-0.5 text-ink-2">{term.note}</p>}
      </div>
      {maySave && (
        <>
          <IconButton icon={Pencil} label={t.editTerm(term.preferred)} onClick={onEdit} />
          <DeleteButton term={term} />
        </>
      )}
    </li>
  );
}

function DeleteButton({ term }: { readonly term: Term }) {
  const t = useTexts(healthMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.knowledge.glossary.delete.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.removedTerm);
        await queries.invalidateQueries(trpc.knowledge.glossary.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <>
      <IconButton icon={Trash2} label={t.removeTerm(term.preferred)} onClick={() => setAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t.removeTitle(term.preferred)}
        body={t.removeBody}
        action={t.remove}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ termId: term.id })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
