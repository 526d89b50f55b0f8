"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { isPasswordFailure } from "./is-password-failure.ts";
import { consoleMessages } from "./messages.ts";

type Values = {
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export function SetupForm({ token }: { readonly token: string }) {
  const t = useTexts(consoleMessages).setup;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const locale = usePreferences((state) => state.locale);
  const complete = useMutation(trpc.setup.complete.mutationOptions());
  const { register, handleSubmit, formState } = useForm<Values>();

  const submit = handleSubmit(async (values) => {
    const done = await complete.mutateAsync({ ...values, token, locale }).catch(() => null);
    if (!done) return;
    await callAuth("sign-in/email", { email: done.email, password: values.password });
    window.location.assign("/bots");
  });

  const failure = complete.error ? toFailure(complete.error) : null;
  const isPassword = isPasswordFailure(failure);
  return (
    <EntryFrame title={t.title} lead={t.lead}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {complete.error && !isPassword && (
          <Notice tone="danger" isAlert>
            {toErrorText(complete.error)}
          </Notice>
        )}
        <TextField
          label={t.workspaceName}
          hint={t.workspaceHint}
          required
          maxLength={80}
          autoComplete="organization"
          autoFocus
          {...register("workspaceName")}
        />
        <TextField label={t.name} required maxLength={80} autoComplete="name" {...register("name")} />
        <TextField
          label={t.email}
          hint={t.emailHint}
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          {...register("email")}
        />
        <PasswordField
          label={t.password}
          hint={t.passwordHint}
          error={isPassword ? toErrorText(complete.error) : null}
          required
          minLength={10}
          autoComplete="new-password"
          {...register("password")}
        />
        <Button type="submit" look="primary" size="lg" isBusy={formState.isSubmitting} className="mt-2">
          {t.submit}
        </Button>
      </form>
    </EntryFrame>
  );
}
