"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { consoleMessages } from "#components/console/messages.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import type { Member } from "./member-table.tsx";
import { settingsMessages } from "./messages.ts";
import type { Role } from "./role-select.tsx";

export type MemberActions = ReturnType<typeof useMemberActions>;

/** What can be done to one member; each act says what it did and reloads the list. */
export function useMemberActions({ userId, name }: Member) {
  const t = useTexts(settingsMessages).members;
  const { roles } = useTexts(consoleMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const after = <Answer>(toText: (answer: Answer) => string) => ({
    onSuccess: async (answer: Answer) => {
      showSuccess(toText(answer));
      await queries.invalidateQueries(trpc.member.pathFilter());
    },
    onError: (error: unknown) => showFailure(toErrorText(error)),
  });
  const role = useMutation(
    trpc.member.changeRole.mutationOptions(after((answer) => t.roleChanged(name, roles[answer.role]))),
  );
  const disabled = useMutation(
    trpc.member.setDisabled.mutationOptions(
      after((answer) => (answer.isDisabled ? t.disabledToast(name) : t.enabledToast(name))),
    ),
  );
  const removed = useMutation(trpc.member.remove.mutationOptions(after(() => t.removedToast(name))));
  return {
    isBusy: role.isPending || disabled.isPending || removed.isPending,
    changeRole: (next: Role) => role.mutate({ userId, role: next }),
    setDisabled: (isDisabled: boolean) => disabled.mutateAsync({ userId, isDisabled }).catch(() => null),
    remove: () => removed.mutateAsync({ userId }).catch(() => null),
  };
}
