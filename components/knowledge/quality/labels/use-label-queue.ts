"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC, useTRPCClient } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { EMPTY_DRAFT, type LabelDraft } from "./label-draft.ts";
import type { Label } from "./label-form.tsx";
import { labelMessages } from "./messages.ts";

export type ItemToLabel = NonNullable<Outputs["knowledge"]["label"]["next"]["item"]>;
export type FoundEntry = ItemToLabel["found"][number];

type Last = { readonly itemId: string; readonly draft: LabelDraft };

/** One item at a time, taken for the reader; what was said last can be taken back as it was. */
export function useLabelQueue(sampleId: string | null) {
  const t = useTexts(labelMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [last, setLast] = useState<Last | null>(null);
  const key = ["knowledge-label-next", sampleId];
  const next = useQuery({
    queryKey: key,
    queryFn: () => client.knowledge.label.next.mutate({ sampleId }),
    // Asking takes an item: only when one is needed.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const goOn = async () => {
    await queries.refetchQueries({ queryKey: key });
    void queries.invalidateQueries(trpc.knowledge.label.pathFilter());
  };
  const onError = async (error: unknown) => {
    showFailure(toErrorText(error));
    // Somebody else was faster, or it is gone: what is there now is asked for again.
    await goOn();
  };
  const saving = useMutation(trpc.knowledge.label.save.mutationOptions({ onSuccess: goOn, onError }));
  const skipping = useMutation(trpc.knowledge.label.skip.mutationOptions({ onSuccess: goOn, onError }));
  const undoing = useMutation(trpc.knowledge.label.undo.mutationOptions({ onSuccess: goOn, onError }));
  const isBusy = saving.isPending || skipping.isPending || undoing.isPending || next.isFetching;
  return {
    next,
    isBusy,
    /** What was said before it was taken back. */
    draftOf: (itemId: string) => (last?.itemId === itemId ? last.draft : EMPTY_DRAFT),
    canUndo: last !== null && !isBusy,
    save: (itemId: string, label: Label, draft: LabelDraft) => {
      setLast({ itemId, draft });
      saving.mutate({ itemId, ...label, relevant: label.relevant === null ? null : [...label.relevant] });
    },
    skip: (itemId: string) => !isBusy && skipping.mutate({ itemId }),
    undo: () => {
      if (last !== null && !isBusy)
        undoing.mutate({ itemId: last.itemId }, { onSuccess: () => showSuccess(t.undone) });
    },
  };
}
