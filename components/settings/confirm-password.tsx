"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import type { AuthAnswer } from "#components/auth-client.ts";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { settingsMessages } from "./messages.ts";

type ConfirmPasswordProps = {
  readonly action: string;
  readonly look: "primary" | "danger";
  send(password: string): Promise<AuthAnswer>;
  onDone(body: Readonly<Record<string, unknown>>): void;
};

/** Who holds an open session is not always its owner: what weakens the account asks for the password again. */
export function ConfirmPassword({ action, look, send, onDone }: ConfirmPasswordProps) {
  const t = useTexts(settingsMessages).twoFactor;
  const errors = useTexts(errorMessages);
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm<{ readonly password: string }>();
  const submit = handleSubmit(async ({ password }) => {
    setFailure(null);
    const answer = await send(password);
    if (answer.type === "done") return onDone(answer.body);
    setFailure(answer.status === 400 || answer.status === 401 ? t.wrong : toErrorText(answer, errors));
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <PasswordField
        label={t.password}
        error={failure}
        required
        autoFocus
        autoComplete="current-password"
        {...register("password")}
      />
      <div className="flex justify-end">
        <Button type="submit" look={look} isBusy={formState.isSubmitting}>
          {action}
        </Button>
      </div>
    </form>
  );
}
