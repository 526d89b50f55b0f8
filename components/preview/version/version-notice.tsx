"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";

/** Who talks to a version must not take its answers for the draft's. */
export function VersionNotice() {
  const t = useTexts(previewMessages).runsOn;
  const { runOn } = usePreview();
  const version = usePreviewStore((state) => state.version);
  const coming = usePreviewStore((state) => state.coming);
  const unopened = usePreviewStore((state) => state.unopened);
  if (version === null && coming === null && unopened === null) return null;
  const toText = (): string => {
    if (coming !== null) return t.coming(coming.number);
    if (version === null) return t.unopenedDraft(unopened ?? 0);
    const talking = t.notice(version.number);
    return unopened === null ? talking : `${t.unopened(unopened)} · ${talking}`;
  };
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-info-soft px-3 py-1.5 text-sm text-info-text"
    >
      <span className="mr-auto min-w-0">{toText()}</span>
      {(version !== null || coming !== null) && (
        <Button size="sm" look="ghost" onClick={() => runOn(null)}>
          {t.toDraft}
        </Button>
      )}
    </div>
  );
}
