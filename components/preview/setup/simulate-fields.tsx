"use client";

import { useMemo } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { previewMessages } from "../messages.ts";
import { usePreviewStore } from "../preview-store.ts";
import { JsonField } from "./json-field.tsx";
import { listUsedKinds } from "./list-asked.ts";
import { parseJson } from "./parse-json.ts";
import { SetupGroup } from "./setup-row.tsx";

/** One switch for each outer system that the draft reaches out to. On unless somebody switches it off. */
export function SimulateFields() {
  const t = useTexts(previewMessages).setup;
  const bundle = useBuilder((state) => state.bundle);
  const simulate = usePreviewStore((state) => state.settings.simulate);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const names = useMemo(
    () => listUsedKinds(bundle).flatMap(([kind, { mode }]) => (mode === "queued" ? [kind] : [])),
    [bundle],
  );
  return (
    <SetupGroup title={t.simulate}>
      <p className="text-sm text-ink-3">{names.length === 0 ? t.noCalls : t.simulateHint}</p>
      {names.map((name) => {
        const simulation = simulate[name] ?? { isOn: true, answer: null };
        const set = (changes: Partial<typeof simulation>) =>
          setSettings({ simulate: { ...simulate, [name]: { ...simulation, ...changes } } });
        return (
          <div key={name} className="flex flex-col gap-1.5">
            <SwitchField label={name} isOn={simulation.isOn} onChange={(isOn) => set({ isOn })} />
            {simulation.isOn && (
              <JsonField
                label={t.canned}
                value={simulation.answer}
                problem={t.badJson}
                parse={parseJson}
                onChange={(answer) => set({ answer })}
              />
            )}
          </div>
        );
      })}
    </SetupGroup>
  );
}
