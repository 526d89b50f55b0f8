"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { useMe } from "#components/console/me.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";

type Values = { readonly current: string; readonly next: string };
type Failure = { readonly field: "current" | "next"; readonly text: string };

export function PasswordPanel() {
  const t = useTexts(settingsMessages).account;
  const errors = useTexts(errorMessages);
  const { email } = useMe();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, formState, reset } = useForm<Values>();

  const submit = handleSubmit(async ({ current, next }) => {
    setFailure(null);
    const answer = await callAuth("change-password", { currentPassword: current, newPassword: next });
    if (answer.type === "done") {
      reset();
      showSuccess(t.changed);
      await queries.invalidateQueries(trpc.me.listSessions.queryFilter());
      return;
    }
    setFailure(
      answer.reason
        ? { field: "next", text: toErrorText(answer, errors) }
        : { field: "current", text: answer.status === 400 ? t.wrong : toErrorText(answer, errors) },
    );
  });

  return (
    <Panel title={t.password} description={t.passwordLead}>
      <form onSubmit={submit} className="flex max-w-96 flex-col gap-4">
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <PasswordField
          label={t.current}
          error={failure?.field === "current" ? failure.text : null}
          required
          autoComplete="current-password"
          {...register("current")}
        />
        <PasswordField
          label={t.next}
          hint={t.nextHint}
          error={failure?.field === "next" ? failure.text : null}
          required
          autoComplete="new-password"
          {...register("next")}
        />
        <Button type="submit" isBusy={formState.isSubmitting} className="self-start">
          {t.change}
        </Button>
      </form>
    </Panel>
  );
}
