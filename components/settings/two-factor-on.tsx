"use client";

import { useState } from "react";
import { callAuth } from "#components/auth-client.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { ConfirmPassword } from "./confirm-password.tsx";
import { settingsMessages } from "./messages.ts";
import { VerifyCode } from "./verify-code.tsx";

type Step =
  | { readonly type: "password" }
  | { readonly type: "code"; readonly uri: string; readonly backupCodes: readonly string[] }
  | { readonly type: "backup"; readonly backupCodes: readonly string[] };

/** Password, then the app's first code, then the backup codes. Only the right code turns it on. */
export function TwoFactorOn({ onClose }: { onClose(): void }) {
  const t = useTexts(settingsMessages).twoFactor;
  const [step, setStep] = useState<Step>({ type: "password" });
  if (step.type === "password") {
    return (
      <Dialog isOpen title={t.title} description={t.passwordLead} width="sm" onClose={onClose}>
        <ConfirmPassword
          action={t.next}
          look="primary"
          send={(password) => callAuth("two-factor/enable", { password })}
          onDone={(body) =>
            setStep({ type: "code", uri: String(body.totpURI), backupCodes: toStrings(body.backupCodes) })
          }
        />
      </Dialog>
    );
  }
  if (step.type === "code") {
    const secret = new URL(step.uri).searchParams.get("secret") ?? "";
    return (
      <Dialog isOpen title={t.scanTitle} description={t.scanLead} onClose={onClose}>
        <div className="flex flex-col gap-4">
          <CodeBlock
            code={secret.replace(/(.{4})/g, "$1 ").trim()}
            label={t.secret}
            copyLabel={t.copySecret}
          />
          <a href={step.uri} className="text-sm text-accent-text underline">
            {t.openApp}
          </a>
          <VerifyCode
            onDone={() => {
              showSuccess(t.enabled);
              setStep({ type: "backup", backupCodes: step.backupCodes });
            }}
          />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      title={t.codesTitle}
      description={t.codesLead}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <CodeBlock code={step.backupCodes.join("\n")} label={t.codesLabel} copyLabel={t.copyCodes} />
    </Dialog>
  );
}

const toStrings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
