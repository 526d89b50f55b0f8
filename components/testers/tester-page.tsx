"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { EntryFrame } from "#components/console/entry-frame.tsx";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { testerMessages } from "./messages.ts";

/** The interpreter comes only once the link was opened. */
const TesterChat = dynamic(() =>
  import("#components/preview/tester/tester-chat.tsx").then((module) => module.TesterChat),
);

/** What a tester sees behind a link: the chat, a question for the password, or why there is nothing. */
export function TesterPage({ token }: { readonly token: string }) {
  const t = useTexts(testerMessages);
  const trpc = useTRPC();
  const open = useMutation(trpc.tester.open.mutationOptions());
  const { mutate } = open;
  useEffect(() => mutate({ token, password: null }), [mutate, token]);

  if (open.data?.type === "open") return <TesterChat token={token} opened={open.data} />;
  const failure = open.error ? toFailure(open.error) : null;
  const needsPassword =
    open.data?.type === "password" || failure?.code === "forbidden" || open.variables?.password != null;
  if (needsPassword) {
    return (
      <PasswordForm
        isBusy={open.isPending}
        error={open.error}
        onEnter={(password) => mutate({ token, password })}
      />
    );
  }
  if (failure?.code === "not_found" || failure?.code === "invalid_request") {
    const { reason } = failure;
    const isEnded = reason === "link_expired" || reason === "link_revoked";
    return (
      <EntryFrame
        title={t.closedTitles[isEnded ? reason : "unknown"]}
        lead={isEnded ? t.closedBody : t.unknownBody}
      />
    );
  }
  if (failure !== null) {
    return (
      <EntryFrame title={t.title}>
        <ErrorState error={open.error} onRetry={() => mutate({ token, password: null })} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t.title}>
      <Loading>
        <Skeleton className="h-40 w-full" />
      </Loading>
    </EntryFrame>
  );
}

type PasswordFormProps = {
  readonly isBusy: boolean;
  readonly error: unknown;
  onEnter(password: string): void;
};

function PasswordForm({ isBusy, error, onEnter }: PasswordFormProps) {
  const t = useTexts(testerMessages);
  const toErrorText = useErrorText();
  const [password, setPassword] = useState("");
  return (
    <EntryFrame title={t.passwordTitle} lead={t.passwordLead}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== "") onEnter(password);
        }}
      >
        <PasswordField
          label={t.password}
          autoComplete="off"
          value={password}
          error={error && !isBusy ? toErrorText(error) : null}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" look="primary" size="lg" isBusy={isBusy}>
          {t.enter}
        </Button>
      </form>
    </EntryFrame>
  );
}
