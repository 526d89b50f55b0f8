"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { PreviewFaults } from "../engine/preview-settings.ts";
import { previewMessages } from "../messages.ts";
import { usePreviewStore } from "../preview-store.ts";
import { SetupGroup, SetupRow } from "./setup-row.tsx";

const MATCHING = ["none", "slow", "error"] as const;
const HOURS = ["none", "open", "closed", "holiday"] as const;
const AGENTS = ["none", "offline"] as const;

/** What goes wrong on purpose, from the next step on. */
export function FaultFields() {
  const t = useTexts(previewMessages).setup;
  const faults = usePreviewStore((state) => state.settings.faults);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const set = (changes: Partial<PreviewFaults>) => setSettings({ faults: { ...faults, ...changes } });
  return (
    <SetupGroup title={t.faults} hint={t.now}>
      <SetupRow label={t.matching}>
        <Select
          label={t.matching}
          size="sm"
          value={faults.matching}
          options={MATCHING.map((value) => ({ value, label: t.matchings[value] }))}
          onChange={(matching) => set({ matching })}
        />
      </SetupRow>
      <SetupRow label={t.hours}>
        <Select
          label={t.hours}
          size="sm"
          value={faults.hours}
          options={HOURS.map((value) => ({ value, label: t.hoursKinds[value] }))}
          onChange={(hours) => set({ hours })}
        />
      </SetupRow>
      <SetupRow label={t.agents}>
        <Select
          label={t.agents}
          size="sm"
          value={faults.agents}
          options={AGENTS.map((value) => ({ value, label: t.agentsKinds[value] }))}
          onChange={(agents) => set({ agents })}
        />
      </SetupRow>
    </SetupGroup>
  );
}
