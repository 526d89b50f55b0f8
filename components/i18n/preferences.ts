import { create } from "zustand";
import type { Locale } from "#flows/kernel/text.ts";

export type Theme = "auto" | "light" | "dark";

type Preferences = {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly isNavCollapsed: boolean;
  setLocale(locale: Locale): void;
  setTheme(theme: Theme): void;
  setNavCollapsed(isNavCollapsed: boolean): void;
};

/** `public/theme.js` reads the same key before the first paint. */
const THEME_KEY = "jieda.theme";
const LOCALE_KEY = "jieda.locale";
const NAV_KEY = "jieda.nav";

/** Language, look and navigation of this browser. The account remembers the first two as well (`me.setPreferences`). */
export const usePreferences = create<Preferences>((set) => ({
  locale: readLocale(),
  theme: readTheme(),
  isNavCollapsed: read(NAV_KEY) === "collapsed",
  setLocale: (locale) => {
    write(LOCALE_KEY, locale);
    document.documentElement.lang = locale;
    set({ locale });
  },
  setTheme: (theme) => {
    write(THEME_KEY, theme);
    applyTheme(theme);
    set({ theme });
  },
  setNavCollapsed: (isNavCollapsed) => {
    write(NAV_KEY, isNavCollapsed ? "collapsed" : "open");
    set({ isNavCollapsed });
  },
}));

/** Whether this browser was ever told what to use; if not, the account's wish counts. */
export const hasOwnPreference = (name: "theme" | "locale"): boolean =>
  read(name === "theme" ? THEME_KEY : LOCALE_KEY) !== null;

/** Marks the document for styles and screen readers; called once when the console starts. */
export function applyPreferences(): void {
  const { locale, theme } = usePreferences.getState();
  document.documentElement.lang = locale;
  applyTheme(theme);
}

function applyTheme(theme: Theme): void {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = theme;
}

function readTheme(): Theme {
  const stored = read(THEME_KEY);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

function readLocale(): Locale {
  const stored = read(LOCALE_KEY);
  if (stored === "zh-CN" || stored === "en") return stored;
  const wanted = typeof navigator === "undefined" ? "zh" : navigator.language;
  return wanted.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

// Storage may be shut (private windows, policies): the console then only forgets.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
