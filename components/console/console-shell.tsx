"use client";

import { type ReactNode, useCallback, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { CommandPalette } from "./command-palette.tsx";
import { consoleMessages } from "./messages.ts";
import { MobileBar } from "./mobile-bar.tsx";
import { ShellSkeleton } from "./shell-skeleton.tsx";
import { SideNav } from "./side-nav.tsx";
import { SignedIn } from "./signed-in.tsx";
import { usePaletteKey } from "./use-palette-key.ts";

/** Navigation around every page for those who are signed in; others go to the sign-in page. */
export function ConsoleShell({ children }: { readonly children: ReactNode }) {
  const t = useTexts(consoleMessages);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  usePaletteKey(openPalette);
  return (
    <SignedIn skeleton={<ShellSkeleton />}>
      <a
        href="#main"
        className="sr-only z-50 rounded-sm bg-accent px-3 py-1.5 text-accent-on focus:not-sr-only focus:fixed focus:left-2 focus:top-2"
      >
        {t.skip}
      </a>
      <div className="flex min-h-dvh flex-col bg-canvas md:flex-row">
        <MobileBar onSearch={openPalette} />
        <SideNav onSearch={openPalette} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
      <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </SignedIn>
  );
}
