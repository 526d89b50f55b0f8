"use client";

import { Download, LoaderCircle, Table2 } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Bundle } from "#flows/kernel/flow.ts";
import { batchMessages } from "./batch-messages.ts";
import { readSheet, type Sheet, type SheetProblem } from "./read-sheet.ts";
import { toSampleSheet } from "./to-sample-sheet.ts";
import { downloadFile, toCsv } from "./to-table-file.ts";

export type LoadedFile = { readonly name: string; readonly sheet: Sheet };

const NAME_MAX_CHARS = 200;

type FileDropProps = { readonly bundle: Bundle; onLoad(file: LoadedFile): void };

export function FileDrop({ bundle, onLoad }: FileDropProps) {
  const t = useTexts(batchMessages);
  const locale = usePreferences((state) => state.locale);
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"idle" | "over" | "reading">("idle");
  const [problem, setProblem] = useState<SheetProblem | null>(null);
  const load = async (file: File | undefined) => {
    if (!file) return;
    setState("reading");
    setProblem(null);
    const result = await readSheet(file);
    setState("idle");
    if (result.ok) onLoad({ name: file.name.slice(0, NAME_MAX_CHARS), sheet: result.sheet });
    else setProblem(result.problem);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void load(event.dataTransfer.files[0]);
  };
  const Icon = state === "reading" ? LoaderCircle : Table2;
  return (
    <div className="flex flex-col gap-3">
      <button
        type="button"
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setState("over");
        }}
        onDragLeave={() => setState("idle")}
        onDrop={drop}
        className={joinClasses(
          "flex flex-col items-center rounded-lg border border-dashed px-6 py-10 text-center transition-colors duration-[var(--fast)]",
          state === "over" ? "border-accent bg-accent-soft" : "border-line-strong bg-surface hover:bg-hover",
        )}
      >
        <span className="mb-3 inline-flex size-11 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
          <Icon className={joinClasses("size-5", state === "reading" && "animate-spin")} aria-hidden />
        </span>
        <span className="text-base font-semibold text-ink">
          {state === "reading" ? t.file.reading : t.file.drop}
        </span>
        <span className="mt-1 max-w-130 text-sm text-ink-2">{t.file.formats}</span>
      </button>
      <input
        ref={input}
        type="file"
        aria-label={t.file.choose}
        accept=".csv,.tsv,.txt,.xlsx"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void load(event.target.files?.[0]);
          // The same file can be chosen again after it was corrected.
          event.target.value = "";
        }}
      />
      {problem && (
        <Notice tone="danger" isAlert>
          {t.file.problems[problem]}
        </Notice>
      )}
      <Button
        look="ghost"
        icon={Download}
        className="self-start"
        onClick={() =>
          downloadFile(`${t.sample.name}.csv`, toCsv(toSampleSheet(bundle, { locale, texts: t })))
        }
      >
        {t.file.template}
      </Button>
    </div>
  );
}
