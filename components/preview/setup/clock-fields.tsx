"use client";

import { FastForward } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { SetupGroup, SetupRow } from "./setup-row.tsx";

const FORWARDS = ["600000", "3600000", "86400000"] as const;

/** When the talk takes place; business hours, timers and dates all follow it. */
export function ClockFields() {
  const t = useTexts(previewMessages).setup;
  const { advanceTime } = usePreview();
  const at = usePreviewStore((state) => state.settings.at);
  const setSettings = usePreviewStore((state) => state.setSettings);
  return (
    <SetupGroup title={t.clock} hint={t.onRestart}>
      <SetupRow label={t.clockField}>
        <Segmented
          label={t.clockField}
          value={at === null ? "now" : "at"}
          options={[
            { value: "now", label: t.clockNow },
            { value: "at", label: t.clockAt },
          ]}
          onChange={(value) => setSettings({ at: value === "now" ? null : Date.now() })}
        />
      </SetupRow>
      {at !== null && (
        <input
          type="datetime-local"
          aria-label={t.clockField}
          value={toLocalField(at)}
          onChange={(event) => {
            const chosen = new Date(event.target.value).getTime();
            if (Number.isFinite(chosen)) setSettings({ at: chosen });
          }}
          className={INPUT_CLASSES}
        />
      )}
      <div className="flex flex-wrap gap-1.5">
        {FORWARDS.map((ms) => (
          <Button key={ms} size="sm" icon={FastForward} onClick={() => void advanceTime(Number(ms))}>
            {t.forwards[ms]}
          </Button>
        ))}
      </div>
    </SetupGroup>
  );
}

/** What a `datetime-local` field takes: the reader's own time, to the minute. */
function toLocalField(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16);
}
