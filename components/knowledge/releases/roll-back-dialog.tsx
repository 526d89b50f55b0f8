"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { DifferenceList } from "./difference-list.tsx";
import { baseReleaseMessages } from "./messages.ts";

type RollBackDialogProps = {
  readonly baseId: string;
  readonly number: number;
  readonly live: number | null;
  onClose(): void;
};

/** Says what customers will get instead, before they do. */
export function RollBackDialog({ baseId, number, live, onClose }: RollBackDialogProps) {
  const t = useTexts(baseReleaseMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const rollBack = useMutation(
    trpc.knowledge.rollBack.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.rolledBack(number));
        onClose();
        await queries.invalidateQueries(trpc.knowledge.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <ConfirmDialog
      isOpen
      title={t.rollBackTitle(number)}
      body={
        <>
          <p>{t.rollBackBody}</p>
          <p className="mb-1.5 mt-3 text-sm font-medium text-ink">{t.changes}</p>
          <DifferenceList baseId={baseId} from={live} to={number} />
        </>
      }
      action={t.rollBack}
      isBusy={rollBack.isPending}
      onConfirm={() => rollBack.mutate({ baseId, number, note: "" })}
      onClose={onClose}
    />
  );
}
