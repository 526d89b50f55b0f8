"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "./button.tsx";
import { uiMessages } from "./messages.ts";

type ErrorStateProps = { readonly error: unknown; onRetry?(): void };

/** What could not be loaded, why, and a way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTexts(uiMessages);
  const toText = useErrorText();
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 inline-flex size-11 items-center justify-center rounded-lg bg-danger-soft text-danger-text">
        <CircleAlert className="size-5" aria-hidden />
      </span>
      <h2 className="text-lg font-semibold text-ink">{t.loadFailed}</h2>
      <p className="mt-1 max-w-110 text-base text-ink-2">{toText(error)}</p>
      {onRetry && (
        <Button className="mt-5" icon={RotateCw} onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}
