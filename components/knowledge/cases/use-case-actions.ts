"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { caseMessages } from "./messages.ts";

export type CaseDetail = Outputs["knowledge"]["case"]["get"];
export type CaseState = CaseDetail["state"];
export type CaseAction = keyof (typeof caseMessages)["en"]["done"];

/** What may follow on a state, most wanted last. */
export const NEXT_ACTIONS: { readonly [State in CaseState]: readonly CaseAction[] } = {
  draft: ["retire", "submit"],
  in_review: ["retire", "reject", "approve"],
  approved: ["retire"],
  retired: ["revive"],
};

export const isApproval = (action: CaseAction): action is "approve" | "reject" =>
  action === "approve" || action === "reject";

/** Moves cases on, deletes and brings them back; what failed is said. */
export function useCaseActions() {
  const t = useTexts(caseMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries(trpc.knowledge.pathFilter());
  const options = {
    onSuccess: refresh,
    onError: (error: unknown) => {
      showFailure(toErrorText(error));
      void refresh();
    },
  };
  const moving = useMutation(trpc.knowledge.case.move.mutationOptions(options));
  const approving = useMutation(trpc.knowledge.case.approve.mutationOptions(options));
  const removing = useMutation(trpc.knowledge.case.delete.mutationOptions(options));
  const restoring = useMutation(trpc.knowledge.case.restore.mutationOptions(options));
  const restore = (caseId: string) =>
    restoring.mutateAsync({ caseId }).then(
      () => showSuccess(t.broughtBack),
      () => undefined,
    );
  return {
    isBusy: moving.isPending || approving.isPending || removing.isPending || restoring.isPending,
    move: async ({ id, rev }: CaseDetail, action: CaseAction, note = "") => {
      const moved = isApproval(action)
        ? approving.mutateAsync({ caseId: id, rev, action, note })
        : moving.mutateAsync({ caseId: id, rev, action, note });
      await moved.then(
        () => showSuccess(t.done[action]),
        () => undefined,
      );
    },
    remove: (caseId: string) =>
      removing.mutateAsync({ caseId }).then(
        () => {
          showSuccess(t.removed, { label: t.undo, act: () => void restore(caseId) });
          return true;
        },
        () => false,
      ),
    restore,
  };
}
