"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import type { Locale } from "#flows/kernel/text.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import type { WidgetProps } from "./widget-props.ts";

const known = new Map<Locale, readonly ComboboxOption[]>();

export function TimezoneWidget({ path }: WidgetProps) {
  const t = useTexts(inspectorMessages).timezone;
  const locale = usePreferences((state) => state.locale);
  const field = useField(path);
  const value = field.value ?? field.fallback;
  return (
    <FieldShell {...field}>
      {(attributes) => (
        <Combobox
          id={attributes.id}
          label={field.label}
          value={typeof value === "string" ? value : null}
          options={listZones(locale, t.beijing)}
          placeholder={t.pick}
          searchHint={t.search}
          emptyText={t.none}
          isInvalid={attributes["aria-invalid"] ?? false}
          isDisabled={!field.canEdit}
          onChange={(zone) => field.set(zone ?? undefined)}
        />
      )}
    </FieldShell>
  );
}

/** Worked out once a language: asking for four hundred offsets takes a moment. */
function listZones(locale: Locale, beijing: string): readonly ComboboxOption[] {
  const found = known.get(locale);
  if (found !== undefined) return found;
  const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "Asia/Shanghai");
  const options = ["Asia/Shanghai", ...zones].map((zone) => ({
    value: zone,
    label: zone === "Asia/Shanghai" ? `${beijing}（${zone}）` : zone.replaceAll("_", " "),
    note: toOffset(zone),
  }));
  known.set(locale, options);
  return options;
}

function toOffset(zone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).formatToParts();
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
