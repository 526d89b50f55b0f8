"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { panelMessages } from "./messages.ts";
import { useSettingProblem, useSettings, useSettingsEdit } from "./use-settings.ts";

/** The sets that answer a question in the middle of a form. */
export function DigressSets() {
  const t = useTexts(panelMessages).settings;
  const { digress } = useSettings().repair;
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  const sets = useBuilder((state) => state.bundle.faqSets);
  const problem = useSettingProblem("settings.repair.digress.faqSets");
  const ids = [...new Set([...Object.keys(sets), ...digress.faqSets])];
  const toggle = (id: string, isOn: boolean) =>
    edit("repair.digress.faqSets", (settings) => ({
      ...settings,
      repair: {
        ...settings.repair,
        digress: {
          ...settings.repair.digress,
          faqSets: isOn
            ? [...settings.repair.digress.faqSets, id]
            : settings.repair.digress.faqSets.filter((own) => own !== id),
        },
      },
    }));
  return (
    <fieldset
      disabled={!canEdit}
      data-path="settings.repair.digress.faqSets"
      className="flex flex-col gap-1.5"
    >
      <legend className="mb-1 text-sm font-medium text-ink">{t.sets}</legend>
      {ids.map((id) => (
        <label key={id} className="inline-flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-[var(--accent)]"
            checked={digress.faqSets.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span className={Object.hasOwn(sets, id) ? "text-ink" : "text-danger-text"}>
            {sets[id]?.name ?? id}
          </span>
        </label>
      ))}
      <p className={problem ? "text-xs text-danger-text" : "text-xs text-ink-3"}>{problem ?? t.setsHint}</p>
    </fieldset>
  );
}
