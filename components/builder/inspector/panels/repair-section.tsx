"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { FlowSettings } from "#flows/kernel/flow.ts";
import { SHIPPED_TEXTS } from "#flows/kernel/shipped-texts.ts";
import { DigressSets } from "./digress-sets.tsx";
import { panelMessages } from "./messages.ts";
import { RepairRow } from "./repair-row.tsx";
import { RepairWords } from "./repair-words.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { TargetFields } from "./target-fields.tsx";
import { useSettings, useSettingsEdit } from "./use-settings.ts";
import { withText } from "./with-text.ts";

type Repair = FlowSettings["repair"];

const NAMES = ["human", "cancel", "back", "correct", "repeat", "digress"] as const;

/** How a customer can change course in the middle of anything. */
export function RepairSection() {
  const t = useTexts(panelMessages).settings;
  return (
    <SettingsSection title={t.repair} lead={t.repairLead}>
      <ul className="divide-y divide-line rounded-md border border-line">
        {NAMES.map((name) => (
          <RepairRow key={name} name={name}>
            <RepairBody name={name} />
          </RepairRow>
        ))}
      </ul>
    </SettingsSection>
  );
}

function RepairBody({ name }: { readonly name: keyof Repair }) {
  const t = useTexts(panelMessages).settings;
  const shipped = SHIPPED_TEXTS[usePreferences((state) => state.locale)];
  const { repair } = useSettings();
  const edit = useSettingsEdit();
  const set = <Name extends keyof Repair>(
    own: Name,
    field: string,
    change: (before: Repair[Name]) => Repair[Name],
  ) =>
    edit(`repair.${own}.${field}`, (settings) => ({
      ...settings,
      repair: { ...settings.repair, [own]: change(settings.repair[own]) },
    }));
  switch (name) {
    case "digress":
      return <DigressSets />;
    case "human":
      return (
        <>
          <RepairWords name={name} />
          <TargetFields
            path="settings.repair.human"
            target={repair.human}
            placeholder={shipped.noHuman}
            toHelp={t.toHumanDefault}
            onTo={(to) => set("human", "to", (before) => ({ ...before, to }))}
            onText={(text) => set("human", "text", (before) => withText(before, text))}
          />
        </>
      );
    case "cancel":
      return (
        <>
          <RepairWords name={name} />
          <TargetFields
            path="settings.repair.cancel"
            target={repair.cancel}
            placeholder={shipped.cancelled}
            toHelp={t.toDefault}
            onTo={(to) => set("cancel", "to", (before) => ({ ...before, to }))}
            onText={(text) => set("cancel", "text", (before) => withText(before, text))}
          />
        </>
      );
    default:
      return <RepairWords name={name} />;
  }
}
