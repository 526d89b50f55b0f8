"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { canvasMessages } from "./messages.ts";

type NameDialogProps = {
  readonly title: string;
  readonly start: string;
  /** What stands there while it has no name of its own. */
  readonly placeholder: string;
  readonly charsMax: number;
  onSave(name: string): void;
  onClose(): void;
};

/** Asks for one name. */
export function NameDialog({ title, start, placeholder, charsMax, onSave, onClose }: NameDialogProps) {
  const t = useTexts(canvasMessages).rename;
  const [name, setName] = useState(start);
  return (
    <Dialog isOpen title={title} width="sm" onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onSave(name);
        }}
      >
        <input
          autoFocus
          aria-label={t.label}
          value={name}
          maxLength={charsMax}
          placeholder={placeholder}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          className="h-9 w-full rounded-sm border border-line-strong bg-surface px-3 text-base text-ink"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary">
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
