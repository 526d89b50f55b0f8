"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { isPasswordFailure } from "./is-password-failure.ts";
import { consoleMessages } from "./messages.ts";

type Values = { readonly name: string; readonly password: string };
type InviteFormProps = { readonly token: string; readonly invitation: Outputs["invitation"]["peek"] };

export function InviteForm({ token, invitation }: InviteFormProps) {
  const texts = useTexts(consoleMessages);
  const t = texts.invite;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const accept = useMutation(trpc.invitation.accept.mutationOptions());
  const { register, handleSubmit, formState } = useForm<Values>();

  const submit = handleSubmit(async ({ name, password }) => {
    const joined = await accept
      .mutateAsync({ token, name: invitation.hasAccount ? invitation.email : name, password })
      .catch(() => null);
    if (!joined) return;
    await callAuth("sign-in/email", { email: joined.email, password });
    window.location.assign("/bots");
  });

  const failure = accept.error ? toFailure(accept.error) : null;
  const isWrong = failure?.reason === "wrong_password";
  const isPassword = isWrong || isPasswordFailure(failure);
  const passwordError = isWrong ? t.wrong : toErrorText(accept.error);
  return (
    <EntryFrame
      title={t.title(invitation.workspaceName)}
      lead={t.lead(invitation.invitedBy, texts.roles[invitation.role])}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {accept.error && !isPassword && (
          <Notice tone="danger" isAlert>
            {toErrorText(accept.error)}
          </Notice>
        )}
        <TextField label={t.email} value={invitation.email} readOnly autoComplete="username" />
        {!invitation.hasAccount && (
          <TextField
            label={t.name}
            required
            maxLength={80}
            autoComplete="name"
            autoFocus
            {...register("name")}
          />
        )}
        <PasswordField
          label={invitation.hasAccount ? t.ownPassword : t.password}
          hint={invitation.hasAccount ? t.ownPasswordHint : t.passwordHint}
          error={isPassword ? passwordError : null}
          required
          autoComplete={invitation.hasAccount ? "current-password" : "new-password"}
          {...register("password")}
        />
        <Button type="submit" look="primary" size="lg" isBusy={formState.isSubmitting} className="mt-2">
          {t.submit}
        </Button>
      </form>
    </EntryFrame>
  );
}
