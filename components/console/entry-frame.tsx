"use client";

import type { ReactNode } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Logo } from "#components/ui/logo.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { consoleMessages } from "./messages.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import { usePageTitle } from "./use-page-title.ts";

type EntryFrameProps = { readonly title: string; readonly lead?: ReactNode; readonly children?: ReactNode };

/** The pages before one is in: sign-in, set-up, invitation. */
export function EntryFrame({ title, lead, children }: EntryFrameProps) {
  const t = useTexts(consoleMessages);
  const { locale, setLocale } = usePreferences();
  usePageTitle(title);
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="flex items-center justify-between gap-3 px-4 py-3 md:px-6">
        <span className="flex items-center gap-2 text-lg font-semibold">
          <Logo />
          {t.product}
          <span className="hidden font-normal text-ink-3 sm:inline">{t.productLatin}</span>
        </span>
        <span className="flex items-center gap-2">
          <Segmented
            label={t.language}
            value={locale}
            options={LOCALES.map((value) => ({ value, label: value === "en" ? "EN" : "中文" }))}
            onChange={setLocale}
          />
          <ThemeSwitch />
        </span>
      </header>
      <main className="flex flex-1 justify-center px-4 pb-16 pt-[8vh]">
        <div className="w-full max-w-96">
          <h1 className="text-2xl font-semibold tracking-tight text-ink">{title}</h1>
          {lead && <p className="mt-1.5 text-base text-ink-2">{lead}</p>}
          <div className="mt-7">{children}</div>
        </div>
      </main>
    </div>
  );
}
