"use client";

import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#components/ui/menu.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { useMe } from "./me.ts";
import { consoleMessages } from "./messages.ts";
import { usePreferenceSetter } from "./use-preference-setter.ts";
import { useSignOut } from "./use-sign-out.ts";

export const THEMES = ["auto", "light", "dark"] as const;

export function UserMenu({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const t = useTexts(consoleMessages);
  const me = useMe();
  const router = useRouter();
  const signOut = useSignOut();
  const { locale, theme } = usePreferences();
  const { setLocale, setTheme } = usePreferenceSetter();
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-11 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-1.5 text-left hover:bg-hover"
        >
          <span className="sr-only">{t.accountMenu}</span>
          <Avatar name={me.name} size={isCollapsed ? "sm" : "md"} />
          {!isCollapsed && (
            <span className="min-w-0 leading-tight">
              <span className="block truncate text-sm font-medium">{me.name}</span>
              <span className="block truncate text-xs text-ink-3">
                {me.role ? t.roles[me.role] : me.email}
              </span>
            </span>
          )}
        </button>
      }
    >
      <div className="max-w-60 truncate px-2 pb-1 pt-1.5 text-xs text-ink-3">{me.email}</div>
      <MenuItem icon={UserRound} onSelect={() => router.push("/account")}>
        {t.account}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t.theme}</MenuLabel>
      {THEMES.map((option) => (
        <MenuItem key={option} isChecked={theme === option} onSelect={() => setTheme(option)}>
          {t.themes[option]}
        </MenuItem>
      ))}
      <MenuLabel>{t.language}</MenuLabel>
      {LOCALES.map((option) => (
        <MenuItem key={option} isChecked={locale === option} onSelect={() => setLocale(option)}>
          <span lang={option}>{t.languages[option]}</span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={signOut}>
        {t.signOut}
      </MenuItem>
    </Menu>
  );
}
