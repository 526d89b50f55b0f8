"use client";

import { ScanSearch } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import type { Examined } from "#flows/preview/examined-part.ts";
import type { Confusion } from "#flows/preview/learning-report.ts";
import { examineMessages } from "./messages.ts";
import { ReportView } from "./report-view.tsx";
import { useExamination } from "./use-examination.ts";
import { useExamine } from "./use-examine.ts";

type ExamineBoxProps = {
  readonly examined: Examined;
  /** What the author calls it. */
  nameOf(id: string): string;
  /** Goes to where a sentence can be changed. */
  onOpen(confusion: Confusion, sentence: string): void;
};

/** Finds out, when asked, which of an author's sentences are taken for something else. */
export function ExamineBox({ examined, nameOf, onOpen }: ExamineBoxProps) {
  const t = useTexts(examineMessages);
  const examine = useExamine();
  const { key, state } = useExamination(examined);
  const [hasAsked, setAsked] = useState(false);
  if (key === null) return null;
  const isRunning = state?.state === "running";
  const isChanged = hasAsked && state === null;
  return (
    <section aria-label={t.title} className="flex flex-col gap-2 rounded-md bg-sunken p-2.5 text-sm">
      <div className="flex items-center justify-between gap-2">
        <h4 className="font-medium text-ink">{t.title}</h4>
        {state?.state !== "done" && (
          <Button
            size="sm"
            icon={ScanSearch}
            isBusy={isRunning}
            onClick={() => {
              setAsked(true);
              examine([examined]);
            }}
          >
            {isChanged || state?.state === "failed" ? t.again : t.check}
          </Button>
        )}
      </div>
      {state === null && <p className="text-xs text-ink-3">{isChanged ? t.changed : t.lead}</p>}
      <div aria-live="polite" className="empty:hidden">
        {isRunning && <p className="text-ink-2">{t.running}</p>}
        {state?.state === "failed" && <p className="text-danger-text">{t.failed}</p>}
        {state?.state === "done" && <ReportView report={state.report} nameOf={nameOf} onOpen={onOpen} />}
      </div>
    </section>
  );
}
