"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { ItemCard } from "./item-card.tsx";
import { EMPTY_DRAFT } from "./label-draft.ts";
import { LabelForm } from "./label-form.tsx";
import { LabelLine, type ReviewedItem } from "./label-line.tsx";
import { labelMessages } from "./messages.ts";

type DecideDialogProps = { readonly item: ReviewedItem; onClose(): void };

/** Somebody who answers for entries says what holds where two people differ. */
export function DecideDialog({ item, onClose }: DecideDialogProps) {
  const t = useTexts(labelMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const decide = useMutation(
    trpc.knowledge.label.adjudicate.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.decided);
        onClose();
        await queries.invalidateQueries(trpc.knowledge.label.pathFilter());
      },
    }),
  );
  const labels = item.labels.filter(({ kind }) => kind === "label");
  return (
    <Dialog isOpen title={t.decideTitle} description={t.decideLead} width="xl" onClose={onClose}>
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-8">
        <div className="flex flex-col gap-4">
          <ItemCard item={item} />
          <ul className="flex flex-col gap-2">
            {labels.map((label) => (
              <li key={label.userName}>
                <LabelLine label={label} others={labels} />
              </li>
            ))}
          </ul>
        </div>
        <LabelForm
          found={item.found}
          initial={EMPTY_DRAFT}
          isBusy={decide.isPending}
          onSave={(label) =>
            decide.mutate({
              ...{ itemId: item.id, ...label },
              relevant: label.relevant === null ? null : [...label.relevant],
            })
          }
          footer={(label, save) => (
            <div className="flex flex-col gap-3">
              {decide.isError && (
                <Notice tone="danger" isAlert>
                  {toErrorText(decide.error)}
                </Notice>
              )}
              <div className="flex justify-end">
                <Button look="primary" disabled={label === null} isBusy={decide.isPending} onClick={save}>
                  {t.saveDecision}
                </Button>
              </div>
            </div>
          )}
        />
      </div>
    </Dialog>
  );
}
