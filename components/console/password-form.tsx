"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { consoleMessages } from "./messages.ts";

type Values = { readonly email: string; readonly password: string };
type PasswordFormProps = { onDone(): void; onSecondStep(): void };

export function PasswordForm({ onDone, onSecondStep }: PasswordFormProps) {
  const t = useTexts(consoleMessages).signIn;
  const errors = useTexts(errorMessages);
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm<Values>();

  const submit = handleSubmit(async (values) => {
    setFailure(null);
    const answer = await callAuth("sign-in/email", values);
    if (answer.type === "done") return answer.body.twoFactorRedirect === true ? onSecondStep() : onDone();
    setFailure(answer.status === 401 || answer.status === 400 ? t.wrong : toErrorText(answer, errors));
  });

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {failure && (
        <Notice tone="danger" isAlert>
          {failure}
        </Notice>
      )}
      <TextField
        label={t.email}
        type="email"
        autoComplete="username"
        required
        autoFocus
        {...register("email", { setValueAs: (value: string) => value.trim() })}
      />
      <PasswordField label={t.password} autoComplete="current-password" required {...register("password")} />
      <Button type="submit" look="primary" size="lg" isBusy={formState.isSubmitting} className="mt-2">
        {t.submit}
      </Button>
    </form>
  );
}
