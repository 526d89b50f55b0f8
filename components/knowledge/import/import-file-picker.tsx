"use client";

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { importMessages } from "./messages.ts";

const ENDINGS = ".csv,.tsv,.xlsx,.md,.markdown,.html,.htm,.docx,.pdf,.txt";

export function ImportFilePicker({ onFile }: { onFile(file: File): void }) {
  const t = useTexts(importMessages);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    <section
      aria-label={t.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={joinClasses(
        "flex flex-col items-center gap-3 rounded-lg border border-dashed px-5 py-10 text-center",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
    >
      <div>
        <p className="text-base font-medium text-ink">{t.drop}</p>
        <p className="text-sm text-ink-3">{t.kinds}</p>
      </div>
      <input
        ref={input}
        type="file"
        accept={ENDINGS}
        aria-label={t.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => take(event.target.files)}
      />
      <Button look="primary" icon={FileUp} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
    </section>
  );
}
