"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isRefusedFor, toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import type { CaseConflict } from "./case-conflict-dialog.tsx";
import { type CaseDraft, toCaseDraft, toSent } from "./case-draft.ts";
import { mergeCase } from "./merge-case.ts";
import { caseMessages } from "./messages.ts";
import type { CaseDetail } from "./use-case-actions.ts";

type Saving = {
  readonly baseId: string;
  readonly row: CaseDetail | null;
  /** What a new one will be called. */
  readonly newId: string;
  onSaved(saved: SavedCase): void;
  /** A colleague changed the same meanwhile. */
  onConflict(conflict: CaseConflict): void;
  /** A new one was saved from elsewhere already, with other words. */
  onSavedElsewhere(): void;
  onOpen(caseId: string): void;
};

/** What is to be saved, and what it was written upon. */
export type CaseEdit = {
  readonly draft: CaseDraft;
  /** What stands in the form meanwhile: of two people's words, the draft has what was chosen. */
  readonly typed: CaseDraft;
  readonly base: CaseDraft | null;
  readonly rev: number;
};

export type SavedCase = {
  readonly caseId: string;
  readonly rev: number;
  readonly typed: CaseDraft;
  readonly saved: CaseDraft;
};

type Result = ({ readonly type: "saved" } & SavedCase) | { readonly type: "conflict" };

/** Saves a case. What a colleague saved meanwhile is kept beside it, and never overwritten unread. */
export function useCaseSaving({ baseId, row, newId, ...on }: Saving) {
  const t = useTexts(caseMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const create = useMutation(trpc.knowledge.case.create.mutationOptions());
  const update = useMutation(trpc.knowledge.case.update.mutationOptions());

  const readTheirs = (caseId: string) =>
    queries.fetchQuery(trpc.knowledge.case.get.queryOptions({ caseId }, { staleTime: 0 }));

  const change = async (caseId: string, { draft: mine, typed, base, rev }: CaseEdit): Promise<Result> => {
    try {
      const made = await update.mutateAsync({ caseId, rev, ...toSent(mine) });
      return { type: "saved", caseId, rev: made.rev, typed, saved: mine };
    } catch (error) {
      if (!isRefusedFor(error, "case_changed")) throw error;
      const fresh = await readTheirs(caseId);
      const theirs = toCaseDraft(fresh);
      const { draft, fields } = mergeCase({ base, mine, theirs });
      if (fields.length > 0) {
        on.onConflict({ draft, theirs, typed, rev: fresh.rev, fields });
        return { type: "conflict" };
      }
      const made = await update.mutateAsync({ caseId, rev: fresh.rev, ...toSent(draft) });
      return { type: "saved", caseId, rev: made.rev, typed, saved: draft };
    }
  };

  return useMutation({
    mutationFn: async (edit: CaseEdit): Promise<Result> => {
      if (row !== null) return change(row.id, edit);
      const { draft: saved, typed } = edit;
      const made = await create.mutateAsync({ baseId, caseId: newId, ...toSent(saved) });
      return { type: "saved", ...made, typed, saved };
    },
    onSuccess: async (result) => {
      if (result.type === "conflict") return;
      await queries.invalidateQueries(trpc.knowledge.pathFilter());
      on.onSaved(result);
      showSuccess(t.saved);
      if (row === null) on.onOpen(result.caseId);
    },
    onError: (error) => {
      showFailure(toErrorText(error));
      if (toFailure(error).reason === "case_saved") on.onSavedElsewhere();
      void queries.invalidateQueries(trpc.knowledge.case.pathFilter());
    },
  });
}
