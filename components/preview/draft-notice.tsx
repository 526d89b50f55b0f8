"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { previewMessages } from "./messages.ts";
import { usePreview } from "./preview-context.ts";
import { usePreviewStore } from "./preview-store.ts";

/** The draft changed under the talk: go on with the new one, or start over. Where the place is gone, only the latter. */
export function DraftNotice() {
  const version = usePreviewStore((state) => state.version);
  const t = useTexts(previewMessages);
  const { restart, acceptDraft } = usePreview();
  const hasDraftChanged = usePreviewStore((state) => state.hasDraftChanged);
  const isLost = usePreviewStore((state) => state.isLost);
  if (!hasDraftChanged && !isLost) return null;
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-info-soft px-3 py-1.5 text-sm text-info-text"
    >
      <span className="mr-auto min-w-0">
        {isLost ? (version === null ? t.lost : t.runsOn.lost) : t.changed}
      </span>
      {!isLost && (
        <Button size="sm" look="ghost" onClick={acceptDraft}>
          {t.changedContinue}
        </Button>
      )}
      <Button size="sm" onClick={() => void restart()}>
        {t.restart}
      </Button>
    </div>
  );
}
