"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { flowSettingsSchema } from "#flows/kernel/flow.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { NumberInput } from "../form/number-input.tsx";
import { inspectorMessages } from "../messages.ts";
import { panelMessages } from "./messages.ts";
import { SettingsSection } from "./settings-section.tsx";
import { useSettings, useSettingsEdit } from "./use-settings.ts";

const NAMES = ["visitsMax", "messagesMax"] as const;
const MAX = { visitsMax: 200, messagesMax: 20 } as const;

/** Only numbers that fit reach the document: it is refused as a whole for one that does not. Others stay here with their error. */
export function LimitsSection() {
  const t = useTexts(panelMessages).settings;
  return (
    <SettingsSection title={t.limits} lead={t.limitsLead}>
      <div className="grid grid-cols-2 gap-3">
        {NAMES.map((name) => (
          <LimitField key={name} name={name} />
        ))}
      </div>
    </SettingsSection>
  );
}

function LimitField({ name }: { readonly name: (typeof NAMES)[number] }) {
  const t = useTexts(panelMessages).settings;
  const common = useTexts(inspectorMessages);
  const { limits } = useSettings();
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  const [bad, setBad] = useState<number | string | null>(null);
  const change = (value: number | string | undefined) => {
    const next = value ?? MAX[name];
    const parsed = flowSettingsSchema.safeParse({ limits: { ...limits, [name]: next } });
    setBad(parsed.success ? null : next);
    if (parsed.success) edit(`limits.${name}`, (settings) => ({ ...settings, limits: parsed.data.limits }));
  };
  return (
    <FieldShell
      path={`settings.limits.${name}`}
      label={t[name]}
      help={common.range("1", String(MAX[name]))}
      error={
        bad === null
          ? null
          : typeof bad === "string"
            ? common.notANumber
            : common.range("1", String(MAX[name]))
      }
    >
      {(attributes) => (
        <NumberInput
          attributes={attributes}
          value={bad ?? limits[name]}
          isReadOnly={!canEdit}
          className={INPUT}
          onChange={change}
        />
      )}
    </FieldShell>
  );
}
