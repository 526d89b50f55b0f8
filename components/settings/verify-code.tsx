"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { settingsMessages } from "./messages.ts";

export function VerifyCode({ onDone }: { onDone(): void }) {
  const t = useTexts(settingsMessages).twoFactor;
  const errors = useTexts(errorMessages);
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm<{ readonly code: string }>();
  const submit = handleSubmit(async ({ code }) => {
    setFailure(null);
    const answer = await callAuth("two-factor/verify-totp", { code: code.replace(/\s/g, "") });
    if (answer.type === "done") return onDone();
    setFailure(answer.status === 400 || answer.status === 401 ? t.wrongCode : toErrorText(answer, errors));
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t.code}
        error={failure}
        required
        inputMode="numeric"
        maxLength={7}
        autoComplete="one-time-code"
        className="font-mono tracking-widest"
        {...register("code")}
      />
      <div className="flex justify-end">
        <Button type="submit" look="primary" isBusy={formState.isSubmitting}>
          {t.confirm}
        </Button>
      </div>
    </form>
  );
}
