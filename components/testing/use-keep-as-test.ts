"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { type KeptTalk, toScript } from "#flows/testing/to-script.ts";
import { testingMessages } from "./messages.ts";

const NAME_MAX_CHARS = 60;

type Kept = {
  readonly talk: KeptTalk;
  /** Null is the suite for talks that are kept without a choice; it is made when needed. */
  readonly suiteId?: string | null;
  readonly name?: string;
};

/** Keeps a talk of the preview as a test, and says where it is. */
export function useKeepAsTest(botId: string) {
  const t = useTexts(testingMessages).keep;
  const locale = usePreferences((state) => state.locale);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const create = useMutation(
    trpc.test.create.mutationOptions({
      onSuccess: async ({ suiteName }, { name }) => {
        showSuccess(t.done(name, suiteName));
        await queries.invalidateQueries(trpc.test.suites.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return {
    isBusy: create.isPending,
    /** The new test's id; null when it was not kept, which the reader has been told. */
    keep: ({ talk, suiteId = null, name }: Kept): Promise<string | null> =>
      create
        .mutateAsync({
          ...{ botId, suiteId, locale, source: "preview" },
          name: (name ?? toName(talk)).trim().slice(0, NAME_MAX_CHARS) || t.unnamed,
          script: toScript(talk),
        })
        .then(
          ({ testId }) => testId,
          () => null,
        ),
  };
}

/** A talk is known by what the customer said first. */
function toName({ turns }: KeptTalk): string {
  for (const { does } of turns) {
    if (does.type === "say") return does.text.replace(/\s+/g, " ");
    if (does.type === "choose") return does.option;
  }
  return "";
}
