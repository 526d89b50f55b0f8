"use client";

import { useEffect, useEffectEvent } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { examineMessages } from "#components/builder/understanding/messages.ts";
import { useExaminations } from "#components/builder/understanding/use-examination.ts";
import { useExamine } from "#components/builder/understanding/use-examine.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** After a publication: whether what was learned is told apart, and the way to what is not. */
export function UnderstandingNews({ onLeave }: { onLeave(): void }) {
  const t = useTexts(examineMessages).done;
  const setPanel = useBuilder((state) => state.setPanel);
  const examine = useExamine();
  const { parts, done, isRunning, grave, judged } = useExaminations();
  const begin = useEffectEvent(() => examine(parts));
  useEffect(() => begin(), []);
  return (
    <div aria-live="polite" className="text-sm empty:hidden">
      {isRunning && <p className="text-ink-2">{t.running}</p>}
      {!isRunning && grave > 0 && (
        <Notice tone="warn">
          <p>{t.grave(grave)}</p>
          <Button
            size="sm"
            className="mt-2"
            onClick={() => {
              setPanel("problems");
              onLeave();
            }}
          >
            {t.see}
          </Button>
        </Notice>
      )}
      {!isRunning && grave === 0 && judged > 0 && done === parts.length && (
        <p className="text-ink-2">{t.clean}</p>
      )}
    </div>
  );
}
