"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAuth } from "#components/auth-client.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { consoleMessages } from "./messages.ts";

type TwoFactorFormProps = { onDone(): void; onBack(): void };

/** The second step of signing in: the app's code, or one of the backup codes. */
export function TwoFactorForm({ onDone, onBack }: TwoFactorFormProps) {
  const t = useTexts(consoleMessages).twoFactor;
  const errors = useTexts(errorMessages);
  const [isBackup, setBackup] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState, reset } = useForm<{ readonly code: string }>();

  const submit = handleSubmit(async ({ code }) => {
    setFailure(null);
    const path = isBackup ? "two-factor/verify-backup-code" : "two-factor/verify-totp";
    const answer = await callAuth(path, { code: code.replace(/\s/g, "") });
    if (answer.type === "done") return onDone();
    setFailure(answer.status === 401 || answer.status === 400 ? t.wrong : toErrorText(answer, errors));
  });
  const toggle = () => {
    setBackup(!isBackup);
    setFailure(null);
    reset({ code: "" });
  };

  return (
    <EntryFrame title={t.title} lead={isBackup ? t.backupLead : t.lead}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          key={String(isBackup)}
          label={isBackup ? t.backupCode : t.code}
          error={failure}
          required
          autoFocus
          autoComplete="one-time-code"
          {...(isBackup ? {} : { inputMode: "numeric" as const, maxLength: 7 })}
          className="font-mono tracking-widest"
          {...register("code")}
        />
        <Button type="submit" look="primary" size="lg" isBusy={formState.isSubmitting}>
          {t.submit}
        </Button>
        <div className="flex justify-between">
          <Button look="ghost" size="sm" onClick={onBack}>
            {t.back}
          </Button>
          <Button look="ghost" size="sm" onClick={toggle}>
            {isBackup ? t.useCode : t.useBackup}
          </Button>
        </div>
      </form>
    </EntryFrame>
  );
}
