"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { SHIPPED_TEXTS } from "#flows/kernel/shipped-texts.ts";
import { panelMessages } from "./messages.ts";
import { SettingsSection } from "./settings-section.tsx";
import { TargetFields } from "./target-fields.tsx";
import { useSettings, useSettingsEdit } from "./use-settings.ts";
import { withText } from "./with-text.ts";

export function FallbackSection() {
  const t = useTexts(panelMessages).settings;
  const locale = usePreferences((state) => state.locale);
  const { fallback } = useSettings();
  const edit = useSettingsEdit();
  return (
    <SettingsSection title={t.fallback} lead={t.fallbackLead}>
      <TargetFields
        path="settings.fallback"
        target={fallback}
        placeholder={SHIPPED_TEXTS[locale].apology}
        toHelp={t.toDefault}
        onTo={(to) =>
          edit("fallback.to", (settings) => ({ ...settings, fallback: { ...settings.fallback, to } }))
        }
        onText={(text) =>
          edit("fallback.text", (settings) => ({ ...settings, fallback: withText(settings.fallback, text) }))
        }
      />
    </SettingsSection>
  );
}
