"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { panelMessages } from "./messages.ts";
import { SettingsSection } from "./settings-section.tsx";
import { useSettings, useSettingsEdit } from "./use-settings.ts";

export function LanguageSection() {
  const t = useTexts(panelMessages).settings;
  const { language } = useSettings();
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  return (
    <SettingsSection title={t.language} lead={t.languageHint}>
      <Segmented
        label={t.language}
        value={language}
        options={LOCALES.map((value) => ({ value, label: t.languages[value] }))}
        isDisabled={!canEdit}
        className="self-start"
        onChange={(next) => edit("language", (settings) => ({ ...settings, language: next }))}
      />
    </SettingsSection>
  );
}
