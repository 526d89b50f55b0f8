"use client";

import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { panelMessages } from "./messages.ts";
import { useSettingProblem, useSettings, useSettingsEdit } from "./use-settings.ts";

/** The sets and knowledge bases that answer a question in the middle of a form. */
export function DigressSets() {
  const t = useTexts(panelMessages).settings;
  const sets = useBuilder((state) => state.bundle.faqSets);
  const { faqSets, bases = [] } = useSettings().repair.digress;
  const { data } = useQuery(useTRPC().knowledge.bases.queryOptions());
  const known = data ?? [];
  const goneName = useTexts(understandingMessages).bases.base;
  const setItems = [...new Set([...Object.keys(sets), ...faqSets])].map((id) => ({
    id,
    name: sets[id]?.name ?? id,
    isGone: !Object.hasOwn(sets, id),
  }));
  const baseItems = [...new Set([...known.map(({ id }) => id), ...bases])].map((id) => {
    const base = known.find((other) => other.id === id);
    return { id, name: base?.name ?? goneName, isGone: data !== undefined && base === undefined };
  });
  return (
    <>
      <Choices field="faqSets" label={t.sets} hint={t.setsHint} items={setItems} chosen={faqSets} />
      {baseItems.length > 0 && (
        <Choices field="bases" label={t.bases} hint={t.setsHint} items={baseItems} chosen={bases} />
      )}
    </>
  );
}

type ChoicesProps = {
  readonly field: "faqSets" | "bases";
  readonly label: string;
  readonly hint: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly isGone: boolean }[];
  readonly chosen: readonly string[];
};

function Choices({ field, label, hint, items, chosen }: ChoicesProps) {
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  const path = `settings.repair.digress.${field}`;
  const problem = useSettingProblem(path);
  const toggle = (id: string, isOn: boolean) =>
    edit(`repair.digress.${field}`, (settings) => {
      const { digress } = settings.repair;
      const next = isOn ? [...chosen, id] : chosen.filter((own) => own !== id);
      return { ...settings, repair: { ...settings.repair, digress: { ...digress, [field]: next } } };
    });
  return (
    <fieldset disabled={!canEdit} data-path={path} className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium text-ink">{label}</legend>
      {items.map(({ id, name, isGone }) => (
        <label key={id} className="inline-flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-[var(--accent)]"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span className={isGone ? "text-danger-text" : "text-ink"}>{name}</span>
        </label>
      ))}
      <p className={problem ? "text-xs text-danger-text" : "text-xs text-ink-3"}>{problem ?? hint}</p>
    </fieldset>
  );
}
