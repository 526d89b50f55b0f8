"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { botMessages } from "./messages.ts";

type SaveBarProps = { readonly isChanged: boolean; readonly isBusy: boolean; onDiscard(): void };

/** Stays in view at the bottom while something is not saved. */
export function SaveBar({ isChanged, isBusy, onDiscard }: SaveBarProps) {
  const t = useTexts(botMessages);
  if (!isChanged) return null;
  return (
    <div className="sticky bottom-4 z-10 flex items-center justify-between gap-4 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-pop">
      <span className="text-sm text-ink-2">{t.unsaved}</span>
      <span className="flex gap-2">
        <Button look="ghost" onClick={onDiscard} disabled={isBusy}>
          {t.discard}
        </Button>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t.save}
        </Button>
      </span>
    </div>
  );
}
