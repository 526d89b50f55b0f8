"use client";

import { useMemo } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { PreviewFaults } from "../engine/preview-settings.ts";
import { previewMessages } from "../messages.ts";
import { usePreviewStore } from "../preview-store.ts";
import { listAsked } from "./list-asked.ts";
import { SetupGroup, SetupRow } from "./setup-row.tsx";

/** What goes wrong on purpose, from the next step on. What no node of the draft asks about cannot change anything, and says so. */
export function FaultFields() {
  const t = useTexts(previewMessages).setup;
  const faults = usePreviewStore((state) => state.settings.faults);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const bundle = useBuilder((state) => state.bundle);
  const asked = useMemo(() => listAsked(bundle), [bundle]);
  const rows = [
    { name: "matching", label: t.matching, kinds: t.matchings },
    { name: "systems", label: t.systems, kinds: t.systemsKinds },
    { name: "hours", label: t.hours, kinds: t.hoursKinds },
    { name: "agents", label: t.agents, kinds: t.agentsKinds },
  ] as const;
  return (
    <SetupGroup title={t.faults} hint={t.now}>
      {rows.map(({ name, label, kinds }) => (
        <SetupRow key={name} label={label}>
          {asked.has(name) || faults[name] !== "none" ? (
            <Select
              label={label}
              size="sm"
              value={faults[name]}
              options={Object.entries(kinds).map(([value, text]) => ({ value, label: text }))}
              onChange={(value) => {
                const kind = Object.keys(kinds).find((known) => known === value) ?? "none";
                // as: a key of the texts of this very fault, which are typed by its values.
                setSettings({ faults: { ...faults, [name]: kind } as PreviewFaults });
              }}
            />
          ) : (
            <span className="text-sm text-ink-3">{t.notAsked}</span>
          )}
        </SetupRow>
      ))}
    </SetupGroup>
  );
}
