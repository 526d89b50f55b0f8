"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { importMessages } from "./messages.ts";

type DropZoneProps = { readonly title: string; onFile(file: File): void };

const ACCEPTED = ".json,.yml,.yaml,application/json";

/** Takes a file by drag, by click and by keyboard: underneath it is a plain file input. */
export function DropZone({ title, onFile }: DropZoneProps) {
  const t = useTexts(importMessages);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={joinClasses(
        "relative flex h-full min-h-32 cursor-pointer flex-col items-center justify-center rounded-lg border border-dashed px-5 py-6 text-center transition-colors duration-[var(--fast)] focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus",
        isOver
          ? "border-accent bg-accent-soft"
          : "border-line-strong hover:border-accent-line hover:bg-hover",
      )}
    >
      <input
        id={id}
        type="file"
        accept={ACCEPTED}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <FileUp className="size-6 text-accent-text" aria-hidden />
      <span className="mt-2 text-base font-semibold text-ink">{title}</span>
      <span className="mt-0.5 text-sm text-ink-2">{t.cardBody}</span>
      <span className="mt-2 max-w-80 text-xs text-ink-3">{t.formats}</span>
    </label>
  );
}
