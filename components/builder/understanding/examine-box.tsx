"use client";

import { ScanSearch } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import type { Examined } from "#flows/preview/examined-part.ts";
import type { LearningReport } from "#flows/preview/learning-report.ts";
import { examineMessages } from "./messages.ts";
import { type ReportHands, ReportView } from "./report-view.tsx";
import { useExamination } from "./use-examination.ts";
import { useExamine } from "./use-examine.ts";

type ExamineBoxProps = ReportHands & { readonly examined: Examined };

/** Finds out, when asked, which of an author's sentences are taken for something else. */
export function ExamineBox({ examined, threshold, ...hands }: ExamineBoxProps) {
  const t = useTexts(examineMessages);
  const examine = useExamine();
  const { key, state } = useExamination(examined);
  const [last, setLast] = useState<LearningReport | null>(null);
  // Who works through a report changes what it is about; it stays until there is a newer one.
  if (state?.state === "done" && state.report !== last) setLast(state.report);
  if (key === null) return null;
  const isRunning = state?.state === "running";
  const isChanged = state === null && last !== null;
  return (
    <section aria-label={t.title} className="flex flex-col gap-2 rounded-md bg-sunken p-2.5 text-sm">
      <div className="flex items-center justify-between gap-2">
        <h4 className="font-medium text-ink">{t.title}</h4>
        {state?.state !== "done" && (
          <Button size="sm" icon={ScanSearch} isBusy={isRunning} onClick={() => examine([examined])}>
            {isChanged || state?.state === "failed" ? t.again : t.check}
          </Button>
        )}
      </div>
      <div aria-live="polite" className="text-xs text-ink-2 empty:hidden">
        {state === null && <p>{isChanged ? t.changed : t.lead}</p>}
        {isRunning && <p>{t.running}</p>}
        {state?.state === "failed" && <p className="text-danger-text">{t.failed}</p>}
      </div>
      {last !== null && !isRunning && (
        <ReportView
          report={last}
          isOfIntents={examined.type === "intents"}
          {...hands}
          {...(threshold && {
            // What was measured before a change is no reason to set every threshold by it.
            threshold: state?.state === "done" ? threshold : { thresholdOf: threshold.thresholdOf },
          })}
        />
      )}
    </section>
  );
}
