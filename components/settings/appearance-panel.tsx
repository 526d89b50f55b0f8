"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { consoleMessages } from "#components/console/messages.ts";
import { usePreferenceSetter } from "#components/console/use-preference-setter.ts";
import { type Theme, usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Labelled } from "#components/ui/labelled.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import { settingsMessages } from "./messages.ts";

const THEMES = [
  { value: "auto", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

export function AppearancePanel() {
  const t = useTexts(settingsMessages).account;
  const { languages, themes } = useTexts(consoleMessages);
  const { locale, theme } = usePreferences();
  const { setLocale, setTheme } = usePreferenceSetter();
  return (
    <Panel title={t.appearance} description={t.appearanceLead}>
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <Labelled label={t.language}>
          <Segmented<Locale>
            label={t.language}
            value={locale}
            options={LOCALES.map((value) => ({ value, label: languages[value] }))}
            onChange={setLocale}
          />
        </Labelled>
        <Labelled label={t.theme}>
          <Segmented<Theme>
            label={t.theme}
            value={theme}
            options={THEMES.map(({ value, icon }) => ({ value, icon, label: themes[value] }))}
            onChange={setTheme}
          />
        </Labelled>
      </div>
    </Panel>
  );
}
