"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { testingMessages } from "./messages.ts";

/** Keeps a stored talk as a test of its bot. */
export function KeepConversationButton({ conversationId }: { readonly conversationId: string }) {
  const t = useTexts(testingMessages).keep;
  const mayKeep = useMay("test.fromConversation");
  const locale = usePreferences((state) => state.locale);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const keep = useMutation(
    trpc.test.fromConversation.mutationOptions({
      onSuccess: async ({ name, suiteName }) => {
        showSuccess(t.done(name, suiteName));
        await queries.invalidateQueries(trpc.test.suites.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  if (!mayKeep) return null;
  return (
    <Tooltip text={t.hint} side="bottom">
      <Button
        size="sm"
        icon={FlaskConical}
        isBusy={keep.isPending}
        onClick={() => keep.mutate({ conversationId, suiteId: null, locale })}
      >
        {t.action}
      </Button>
    </Tooltip>
  );
}
