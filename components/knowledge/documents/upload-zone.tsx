"use client";

import { FileUp, Globe } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { documentMessages } from "./messages.ts";

const ENDINGS = ".pdf,.docx,.xlsx,.csv,.tsv,.md,.markdown,.html,.htm,.txt";

type UploadZoneProps = { onFiles(files: readonly File[]): void; onAddPage(): void };

export function UploadZone({ onFiles, onAddPage }: UploadZoneProps) {
  const t = useTexts(documentMessages);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-label={t.dropTitle}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={joinClasses(
        "flex flex-wrap items-center justify-between gap-3 rounded-lg border border-dashed px-5 py-4 transition-colors duration-[var(--fast)]",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
      )}
    >
      <div className="min-w-0">
        <p className="text-base font-medium text-ink">{t.dropTitle}</p>
        <p className="text-sm text-ink-3">{t.dropHint}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          multiple
          accept={ENDINGS}
          aria-label={t.choose}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file may be chosen again after it failed.
            event.target.value = "";
          }}
        />
        <Button icon={Globe} onClick={onAddPage}>
          {t.addPage}
        </Button>
        <Button look="primary" icon={FileUp} onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
      </div>
    </section>
  );
}
