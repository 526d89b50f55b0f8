"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { consoleMessages } from "./messages.ts";

const ICONS = { auto: Monitor, light: Sun, dark: Moon } as const;

/** For pages without an account: this browser only. */
export function ThemeSwitch() {
  const t = useTexts(consoleMessages);
  const { theme, setTheme } = usePreferences();
  return (
    <Menu trigger={<IconButton icon={ICONS[theme]} label={t.theme} side="bottom" />}>
      {(["auto", "light", "dark"] as const).map((option) => (
        <MenuItem key={option} isChecked={theme === option} onSelect={() => setTheme(option)}>
          {t.themes[option]}
        </MenuItem>
      ))}
    </Menu>
  );
}
