"use client";

import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { useMay, useMe } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { createId } from "../create-id.ts";
import { keepTyping, readKept } from "../kept-typing.ts";
import { CaseBadges } from "./case-badges.tsx";
import { type CaseConflict, CaseConflictDialog } from "./case-conflict-dialog.tsx";
import { EMPTY_CASE, keptCaseSchema, toCaseDraft, toSent } from "./case-draft.ts";
import { CaseFields } from "./case-fields.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CaseMoves } from "./case-moves.tsx";
import { keepRest } from "./merge-case.ts";
import { caseMessages } from "./messages.ts";
import type { CaseDetail } from "./use-case-actions.ts";
import { useCaseSaving } from "./use-case-saving.ts";

type CaseSheetProps = {
  readonly baseId: string;
  /** "new": one that is not written yet. */
  readonly caseId: string;
  onOpen(caseId: string): void;
  onClose(): void;
};

/** One case, to be written, reviewed and looked up. */
export function CaseSheet({ baseId, caseId, onOpen, onClose }: CaseSheetProps) {
  const t = useTexts(caseMessages);
  const trpc = useTRPC();
  const isNew = caseId === "new";
  const found = useQuery(trpc.knowledge.case.get.queryOptions({ caseId }, { enabled: !isNew, retry: false }));
  if (isNew) return <Editor baseId={baseId} row={null} onOpen={onOpen} onClose={onClose} />;
  if (found.isSuccess && found.data.baseId === baseId)
    return <Editor key={caseId} baseId={baseId} row={found.data} onOpen={onOpen} onClose={onClose} />;
  const isGone =
    found.isSuccess ||
    ["not_found", "invalid_request"].includes(found.error ? toFailure(found.error).code : "");
  return (
    <Sheet title={t.loading} onClose={onClose}>
      {isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loading>
          <Skeleton className="h-16 w-full" />
          <Skeleton className="mt-4 h-28 w-full" />
        </Loading>
      )}
    </Sheet>
  );
}

type EditorProps = Omit<CaseSheetProps, "caseId"> & { readonly row: CaseDetail | null };

function Editor({ baseId, row, onOpen, onClose }: EditorProps) {
  const t = useTexts(caseMessages);
  const place = { userId: useMe().id, kind: "case", id: row?.id ?? `new.${baseId}` } as const;
  const stored = row === null ? EMPTY_CASE : toCaseDraft(row);
  const [kept, show] = useState(() => readKept(place, keptCaseSchema));
  // Typing goes on while a case is being saved: what ends the saving must see more than what began it.
  const latest = useRef(kept);
  const [newId, renewId] = useState(() => kept?.newId ?? createId());
  const keep = (next: typeof kept) => {
    latest.current = next;
    keepTyping(place, next);
    show(next);
  };
  const mayEdit = useMay(row === null ? "knowledge.case.create" : "knowledge.case.update");
  const draft = kept?.draft ?? stored;
  const isChanged = JSON.stringify(toSent(draft)) !== JSON.stringify(toSent(stored));
  const [conflict, setConflict] = useState<CaseConflict | null>(null);
  const save = useCaseSaving({
    ...{ baseId, row, newId, onOpen, onConflict: setConflict },
    onSaved: ({ caseId, rev, typed, saved }) => {
      setConflict(null);
      const rest = keepRest({ now: latest.current?.draft ?? typed, typed, saved });
      const next = rest && { draft: rest, base: saved, rev, newId };
      keep(row === null ? null : next);
      // A new one goes on in a sheet of its own.
      if (row === null && next) keepTyping({ ...place, id: caseId }, next);
    },
    // It is known now that somebody else saved: saving once more is meant, and makes a case of its own.
    onSavedElsewhere: () => {
      const fresh = createId();
      renewId(fresh);
      keep({ draft, rev: null, newId: fresh });
    },
  });
  const submit = () =>
    save.mutate({ draft, typed: draft, base: kept?.base ?? null, rev: kept?.rev ?? row?.rev ?? 0 });
  const isDeleted = row !== null && row.deletedAt !== null;
  const canEdit = mayEdit && !isDeleted;
  const close = () => {
    if (isChanged) showSuccess(t.kept);
    onClose();
  };
  return (
    <Sheet
      title={row?.question ?? t.createTitle}
      status={row && <CaseBadges row={row} />}
      onClose={close}
      footer={
        <>
          {row && !isDeleted && <CaseMoves row={row} isChanged={isChanged} onClose={onClose} />}
          {(isChanged || row === null) && canEdit && (
            <SaveBar
              isBusy={save.isPending}
              isChanged={isChanged}
              isReady={draft.question.trim() !== ""}
              onDiscard={() => {
                renewId(createId());
                keep(null);
              }}
              onSave={submit}
            />
          )}
        </>
      }
    >
      <CaseFields
        draft={draft}
        isReadOnly={!canEdit}
        onChange={(part) =>
          keep({
            draft: { ...draft, ...part },
            ...(kept === null ? { base: stored, rev: row?.rev ?? null } : { base: kept.base, rev: kept.rev }),
            newId,
          })
        }
      />
      {row?.conversationId && (
        <p className="mt-4 text-sm">
          <Link href={`/conversations/${row.conversationId}`} className="text-accent-text hover:underline">
            {t.fromTalk}
          </Link>
        </p>
      )}
      {row && <CaseHistory caseId={row.id} />}
      {conflict && (
        <CaseConflictDialog
          // Whoever meets yet another version has not decided on its words.
          key={conflict.rev}
          baseId={baseId}
          conflict={conflict}
          isBusy={save.isPending}
          onSettle={(settled) =>
            save.mutate({
              ...{ draft: settled, typed: conflict.typed },
              ...{ base: conflict.theirs, rev: conflict.rev },
            })
          }
          onClose={() => setConflict(null)}
        />
      )}
    </Sheet>
  );
}

type SaveBarProps = {
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly isReady: boolean;
  onDiscard(): void;
  onSave(): void;
};

function SaveBar({ isBusy, isChanged, isReady, onDiscard, onSave }: SaveBarProps) {
  const t = useTexts(caseMessages);
  return (
    <>
      <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{isChanged && t.unsaved}</span>
      {isChanged && (
        <Button look="ghost" disabled={isBusy} onClick={onDiscard}>
          {t.discard}
        </Button>
      )}
      <Button look="primary" isBusy={isBusy} disabled={!isReady || !isChanged} onClick={onSave}>
        {t.save}
      </Button>
    </>
  );
}
