"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { MeContext } from "./me.ts";
import { consoleMessages } from "./messages.ts";
import { MobileBar } from "./mobile-bar.tsx";
import { ShellSkeleton } from "./shell-skeleton.tsx";
import { SideNav } from "./side-nav.tsx";
import { useAccountPreferences } from "./use-account-preferences.ts";
import { usePaletteKey } from "./use-palette-key.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Navigation around every page for those who are signed in; others go to the sign-in page. */
export function ConsoleShell({ children }: { readonly children: ReactNode }) {
  const t = useTexts(consoleMessages);
  const trpc = useTRPC();
  const me = useQuery(trpc.me.get.queryOptions());
  const signOut = useSignOut();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  usePaletteKey(openPalette);
  useAccountPreferences(me.data);

  if (me.isPending) return <ShellSkeleton />;
  if (me.isError) {
    if (toFailure(me.error).code === "unauthenticated") return <ShellSkeleton />;
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (!me.data.workspace) {
    return (
      <EmptyState
        icon={Users}
        title={t.noWorkspaceTitle}
        body={t.noWorkspaceBody}
        action={<Button onClick={signOut}>{t.signOut}</Button>}
      />
    );
  }
  return (
    <MeContext value={me.data}>
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
    </MeContext>
  );
}
