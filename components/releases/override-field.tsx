"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { releaseMessages } from "./messages.ts";
import type { ReleaseCheck } from "./publish-form.tsx";

type OverrideFieldProps = {
  readonly gate: ReleaseCheck["gate"];
  readonly mayOverride: boolean;
  /** Null while nobody wants to pass over the tests. */
  readonly reason: string | null;
  onChange(reason: string | null): void;
};

/** Lets those who may publish against failed tests do so, for a reason that is kept. */
export function OverrideField({ gate, mayOverride, reason, onChange }: OverrideFieldProps) {
  const t = useTexts(releaseMessages).dialog;
  if (gate.verdict !== "failed") return null;
  if (!mayOverride) return <p className="text-sm text-ink-3">{t.overrideNo}</p>;
  return (
    <div className="flex flex-col gap-3">
      <SwitchField
        label={t.override}
        isOn={reason !== null}
        onChange={(isOn) => onChange(isOn ? "" : null)}
      />
      {reason !== null && (
        <TextField
          label={t.overrideReason}
          hint={t.overrideHint}
          maxLength={500}
          value={reason}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
