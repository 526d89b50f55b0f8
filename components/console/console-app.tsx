"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { applyPreferences } from "#components/i18n/preferences.ts";
import { createConsoleClient, TRPCProvider } from "#components/trpc-client.ts";
import "#components/ui/motion.css";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import { createQueries } from "./create-queries.ts";

const TOOLTIP_DELAY_MS = 400;

/** What every page of the console stands on: queries, the client, hints and toasts. */
export function ConsoleApp({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const [parts] = useState(() => {
    applyPreferences();
    const toSignIn = () => {
      const { pathname, search } = window.location;
      if (pathname !== "/sign-in") router.replace(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
    };
    return { queries: createQueries(toSignIn), client: createConsoleClient() };
  });
  return (
    <QueryClientProvider client={parts.queries}>
      <TRPCProvider trpcClient={parts.client} queryClient={parts.queries}>
        <TooltipProvider delayDuration={TOOLTIP_DELAY_MS}>
          {children}
          <Toaster />
        </TooltipProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
