"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { entryMessages } from "./messages.ts";

export type Skipped = Outputs["knowledge"]["approve"]["skipped"];
export type StateAction = "submit" | "retire" | "revive" | "review" | "approve" | "reject";
export type Seen = { readonly entryId: string; readonly rev: number };
export type Sorting =
  | { readonly type: "move"; readonly categoryId: string | null }
  | { readonly type: "tag"; readonly add: string[]; readonly remove: string[] }
  | { readonly type: "set-owner"; readonly ownerId: string | null }
  | { readonly type: "set-review"; readonly reviewEveryDays: number | null };

/** Moves entries on, one or many. What was left as it is stays in `skipped` until the next act. */
export function useEntryChanges(baseId: string) {
  const t = useTexts(entryMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [skipped, setSkipped] = useState<Skipped>([]);
  const refresh = () => queries.invalidateQueries(trpc.knowledge.pathFilter());
  const onError = (error: unknown) => showFailure(toErrorText(error));
  const toStates = {
    onSuccess: async (answer: { readonly changed: readonly string[]; readonly skipped: Skipped }) => {
      setSkipped(answer.skipped);
      if (answer.changed.length > 0) showSuccess(t.bulk.done(answer.changed.length));
      await refresh();
    },
    onError,
  };
  const moving = useMutation(trpc.knowledge.changeStates.mutationOptions(toStates));
  const approving = useMutation(trpc.knowledge.approve.mutationOptions(toStates));
  const sorting = useMutation(
    trpc.knowledge.changeEntries.mutationOptions({ onSuccess: () => refresh(), onError }),
  );
  const bringBack = async (entryIds: readonly string[]) => {
    const answer = await sorting
      .mutateAsync({ baseId, entryIds: [...entryIds], change: { type: "bring-back" } })
      .catch(() => null);
    if (answer) showSuccess(t.bulk.broughtBack(answer.changed.length));
    return answer;
  };
  return {
    isBusy: moving.isPending || approving.isPending || sorting.isPending,
    skipped,
    forgetSkipped: () => setSkipped([]),
    /** Null: it failed, and the reader was told why. */
    move: (action: StateAction, entries: readonly Seen[], note = "") =>
      (action === "approve" || action === "reject"
        ? approving.mutateAsync({ baseId, action, entries: [...entries], note })
        : moving.mutateAsync({ baseId, action, entries: [...entries], note })
      ).catch(() => null),
    sort: async (change: Sorting, entryIds: readonly string[]) => {
      const answer = await sorting.mutateAsync({ baseId, entryIds: [...entryIds], change }).catch(() => null);
      if (answer) showSuccess(t.bulk.done(answer.changed.length));
      return answer;
    },
    remove: async (entryIds: readonly string[]) => {
      const answer = await sorting
        .mutateAsync({ baseId, entryIds: [...entryIds], change: { type: "delete" } })
        .catch(() => null);
      if (answer)
        showSuccess(t.bulk.removed(answer.changed.length), {
          label: t.bulk.undo,
          act: () => void bringBack(answer.changed),
        });
      return answer;
    },
    bringBack,
  };
}
