"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { consoleMessages } from "./messages.ts";

type PageFailureProps = { readonly error: Error & { readonly digest?: string } };

/** A page that broke: says that nothing is lost and how to go on. Edits of the builder lie in the browser until they are saved. */
export function PageFailure({ error }: PageFailureProps) {
  const t = useTexts(consoleMessages);
  return (
    <main
      role="alert"
      className="flex min-h-dvh flex-col items-center justify-center gap-1 bg-canvas px-6 text-center"
    >
      <Logo className="mb-4 size-10" />
      <h1 className="text-xl font-semibold text-ink">{t.brokenTitle}</h1>
      <p className="max-w-110 text-ink-2">{t.brokenBody}</p>
      <code className="mt-3 max-w-full truncate text-xs text-ink-3">{error.digest ?? error.message}</code>
      <div className="mt-5 flex gap-2">
        <Button look="primary" icon={RotateCw} onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
        <Button asChild>
          <Link href="/bots">{t.toBots}</Link>
        </Button>
      </div>
    </main>
  );
}
