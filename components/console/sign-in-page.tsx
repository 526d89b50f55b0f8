"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Notice } from "#components/ui/notice.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { consoleMessages } from "./messages.ts";
import { PasswordForm } from "./password-form.tsx";
import { toSafePath } from "./to-safe-path.ts";
import { TwoFactorForm } from "./two-factor-form.tsx";

export function SignInPage({ next }: { readonly next: string | null }) {
  const t = useTexts(consoleMessages);
  const trpc = useTRPC();
  const setup = useQuery(trpc.setup.status.queryOptions({ token: null }));
  const [isSecondStep, setSecondStep] = useState(false);
  // A full load: nothing that an earlier account had loaded stays in this tab.
  const enter = () => window.location.assign(toSafePath(next));

  if (isSecondStep) return <TwoFactorForm onDone={enter} onBack={() => setSecondStep(false)} />;
  return (
    <EntryFrame title={t.signIn.title} lead={t.signIn.lead}>
      {setup.data?.hasOwner === false && (
        <div className="mb-5">
          <Notice tone="info">{t.signIn.notSetUp}</Notice>
        </div>
      )}
      <PasswordForm onDone={enter} onSecondStep={() => setSecondStep(true)} />
    </EntryFrame>
  );
}
