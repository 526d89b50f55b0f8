"use client";

import { useEffect } from "react";
import { hasOwnPreference, usePreferences } from "#components/i18n/preferences.ts";
import type { Me } from "./me.ts";

/** A browser that was told nothing yet takes language and look from the account. */
export function useAccountPreferences(me: Me | undefined): void {
  const { setLocale, setTheme } = usePreferences();
  useEffect(() => {
    if (!me) return;
    const { locale, theme } = me;
    if (!hasOwnPreference("locale") && (locale === "zh-CN" || locale === "en")) setLocale(locale);
    if (!hasOwnPreference("theme") && (theme === "light" || theme === "dark")) setTheme(theme);
  }, [me, setLocale, setTheme]);
}
