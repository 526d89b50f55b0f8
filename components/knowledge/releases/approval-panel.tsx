"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Panel } from "#components/ui/panel.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import type { BaseDetail } from "../base-page.tsx";
import { knowledgeMessages } from "../messages.ts";

/** Whether a second person has to answer for every entry. */
export function ApprovalPanel({ base }: { readonly base: BaseDetail }) {
  const t = useTexts(knowledgeMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const save = useMutation(
    trpc.knowledge.setFourEyes.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.saved);
        await queries.invalidateQueries(trpc.knowledge.base.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <Panel>
      <SwitchField
        label={t.fourEyes}
        hint={t.fourEyesHint}
        isOn={save.isPending ? save.variables.fourEyes : base.fourEyes}
        isDisabled={save.isPending}
        onChange={(fourEyes) => save.mutate({ baseId: base.id, fourEyes })}
      />
    </Panel>
  );
}
