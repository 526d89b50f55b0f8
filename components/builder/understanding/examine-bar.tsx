"use client";

import { ScanSearch } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { examineMessages } from "./messages.ts";
import { useExaminations } from "./use-examination.ts";
import { useExamine } from "./use-examine.ts";

/** Examines everything of the bot in which one thing could be taken for another; nothing where there is no such thing. */
export function ExamineBar() {
  const t = useTexts(examineMessages);
  const examine = useExamine();
  const { parts, done, isRunning, hasFailed, grave, judged } = useExaminations();
  if (parts.length === 0) return null;
  const isDone = done === parts.length;
  const text = (): string => {
    if (isRunning) return t.bar.progress(done, parts.length);
    if (hasFailed) return t.failed;
    if (!isDone) return t.bar.lead;
    if (grave > 0) return t.bar.grave(grave);
    return judged === 0 ? t.bar.tooFew : t.bar.clean;
  };
  return (
    <section
      aria-label={t.title}
      className="flex shrink-0 items-center justify-between gap-3 border-b border-line px-4 py-2.5"
    >
      <p aria-live="polite" className="min-w-0 text-xs text-ink-2">
        {text()}
      </p>
      {!isDone && (
        <Button size="sm" icon={ScanSearch} isBusy={isRunning} onClick={() => examine(parts)}>
          {t.title}
        </Button>
      )}
    </section>
  );
}
