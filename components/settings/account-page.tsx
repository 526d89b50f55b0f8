"use client";

import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { AppearancePanel } from "./appearance-panel.tsx";
import { settingsMessages } from "./messages.ts";
import { PasswordPanel } from "./password-panel.tsx";
import { ProfilePanel } from "./profile-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import { TwoFactorPanel } from "./two-factor-panel.tsx";

export function AccountPage() {
  const t = useTexts(settingsMessages).account;
  return (
    <Page title={t.title} width="narrow">
      <div className="flex flex-col gap-4">
        <ProfilePanel />
        <AppearancePanel />
        <PasswordPanel />
        <TwoFactorPanel />
        <SessionsPanel />
      </div>
    </Page>
  );
}
