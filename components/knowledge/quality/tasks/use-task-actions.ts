"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { taskMessages } from "./messages.ts";
import type { Task } from "./to-task-href.ts";

export function useTaskActions(task: Task) {
  const t = useTexts(taskMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSuccess: () => queries.invalidateQueries(trpc.knowledge.pathFilter()),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const changing = useMutation(trpc.knowledge.task.change.mutationOptions(options));
  const confirming = useMutation(trpc.knowledge.task.confirm.mutationOptions(options));
  const taskIds = [task.id];
  return {
    isBusy: changing.isPending || confirming.isPending,
    confirm: () =>
      confirming.mutate(
        { taskId: task.id, rev: task.rev ?? 1 },
        { onSuccess: () => showSuccess(t.confirmed) },
      ),
    assign: (userId: string | null) => changing.mutate({ taskIds, change: { type: "assign", userId } }),
    snooze: (days: number) => changing.mutate({ taskIds, change: { type: "snooze", days } }),
    wake: () => changing.mutate({ taskIds, change: { type: "wake" } }),
    reopen: () => changing.mutate({ taskIds, change: { type: "reopen" } }),
    dismiss: () =>
      changing.mutate(
        { taskIds, change: { type: "dismiss" } },
        {
          onSuccess: () =>
            showSuccess(t.dismissed, {
              label: t.undo,
              act: () => changing.mutate({ taskIds, change: { type: "reopen" } }),
            }),
        },
      ),
  };
}
