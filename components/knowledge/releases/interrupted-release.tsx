"use client";

import { RotateCw } from "lucide-react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { baseReleaseMessages } from "./messages.ts";
import type { ReleaseState } from "./release-bar.tsx";

type InterruptedReleaseProps = {
  readonly state: Extract<ReleaseState, { readonly type: "interrupted" }>;
  onRetry(): void;
};

/** A release that died with the process that made it: nobody goes on with it by itself, so it is one click to try again. */
export function InterruptedRelease({ state, onRetry }: InterruptedReleaseProps) {
  const t = useTexts(baseReleaseMessages);
  const formats = useFormats();
  return (
    <Notice tone="warn" title={t.interrupted} isAlert>
      <p>{t.interruptedBody(state.byName, formats.relative(state.begunAt))}</p>
      <div className="mt-2">
        <Button size="sm" icon={RotateCw} onClick={onRetry}>
          {t.again}
        </Button>
      </div>
    </Notice>
  );
}
