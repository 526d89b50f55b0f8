"use client";

import { useDeferredValue, useMemo } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { listIntents } from "#flows/editing/list-intents.ts";
import { pickText } from "#flows/kernel/text.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useConfigEdit, useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import { toStored } from "../templates/use-text-mode.ts";

/** An intent that leaves through a port of its own: one of those that the bot recognises. */
export function IntentExitRow({ path }: { readonly path: string }) {
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const id = useField(`${path}.id`);
  const label = useField(`${path}.label`);
  const edit = useConfigEdit();
  const bundle = useDeferredValue(useBuilder((state) => state.bundle));
  const intents = useMemo(() => listIntents(bundle), [bundle]);
  const options = intents.map((intent) => ({
    value: intent.id,
    label: pickText(intent.name, locale, locale).trim() || intent.id,
    note: intent.id,
  }));
  /** The port reads as the intent does, unless its author has named it. */
  const choose = (intentId: string) => {
    const intent = intents.find((known) => known.id === intentId);
    const name = label.value ?? (intent && toStored(intent.name));
    edit(path, { id: intentId, ...(name === undefined ? {} : { label: name }) }, "step");
  };
  return (
    <FieldShell {...id} help={undefined} isLabelHidden>
      {(attributes) => (
        <Combobox
          id={attributes.id}
          label={id.label}
          value={typeof id.value === "string" ? id.value : null}
          options={options}
          placeholder={t.pickIntent}
          searchHint={t.searchIntents}
          emptyText={t.noIntents}
          unknownText={t.unknownIntent(String(id.value ?? ""))}
          isInvalid={id.error !== null}
          isDisabled={!id.canEdit}
          onChange={(next) => next !== null && choose(next)}
        />
      )}
    </FieldShell>
  );
}
