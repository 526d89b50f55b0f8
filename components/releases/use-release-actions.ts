"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { releaseMessages } from "./messages.ts";
import type { RunningTalks } from "./running-choice.tsx";

/** What can be done to versions and gray releases; each says what came of it, and every list that shows them is read again. */
export function useReleaseActions() {
  const t = useTexts(releaseMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries(trpc.version.list.pathFilter()),
      queries.invalidateQueries(trpc.release.pathFilter()),
      queries.invalidateQueries(trpc.bot.pathFilter()),
    ]);
  const told = <Answer>(say: (answer: Answer) => string) => ({
    onSuccess: async (answer: Answer) => {
      showSuccess(say(answer));
      await refresh();
    },
    onError: (error: unknown) => showFailure(toErrorText(error)),
  });
  type Numbered = { readonly number: number };
  const rollBack = useMutation(
    trpc.release.rollBack.mutationOptions(told(({ number }: Numbered) => t.versions.rolledBack(number))),
  );
  const restore = useMutation(
    trpc.version.restoreToDraft.mutationOptions(told(({ number }: Numbered) => t.versions.restored(number))),
  );
  const startGray = useMutation(
    trpc.release.startGray.mutationOptions(told(({ number }: Numbered) => t.gray.started(number))),
  );
  const changeGray = useMutation(trpc.release.changeGray.mutationOptions(told(() => t.gray.changed)));
  const promoteGray = useMutation(
    trpc.release.promoteGray.mutationOptions(told(({ number }: Numbered) => t.gray.promoted(number))),
  );
  const stopGray = useMutation(trpc.release.stopGray.mutationOptions(told(() => t.gray.stopped)));
  const quiet = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  return {
    isBusy: [rollBack, restore, startGray, changeGray, promoteGray, stopGray].some(
      ({ isPending }) => isPending,
    ),
    rollBack: (versionId: string, running: RunningTalks) =>
      quiet(rollBack.mutateAsync({ versionId, running })),
    restore: (versionId: string) => quiet(restore.mutateAsync({ versionId })),
    startGray: (input: Parameters<typeof startGray.mutateAsync>[0]) => quiet(startGray.mutateAsync(input)),
    changeGray: (input: Parameters<typeof changeGray.mutateAsync>[0]) => quiet(changeGray.mutateAsync(input)),
    promoteGray: (botId: string, running: RunningTalks) => quiet(promoteGray.mutateAsync({ botId, running })),
    stopGray: (botId: string, running: RunningTalks) => quiet(stopGray.mutateAsync({ botId, running })),
  };
}
