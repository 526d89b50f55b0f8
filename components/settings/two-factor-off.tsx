"use client";

import { callAuth } from "#components/auth-client.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { ConfirmPassword } from "./confirm-password.tsx";
import { settingsMessages } from "./messages.ts";

export function TwoFactorOff({ onClose }: { onClose(): void }) {
  const t = useTexts(settingsMessages).twoFactor;
  return (
    <Dialog isOpen title={t.disableTitle} description={t.disableLead} width="sm" onClose={onClose}>
      <ConfirmPassword
        action={t.disable}
        look="danger"
        send={(password) => callAuth("two-factor/disable", { password })}
        onDone={() => {
          showSuccess(t.disabled);
          onClose();
        }}
      />
    </Dialog>
  );
}
