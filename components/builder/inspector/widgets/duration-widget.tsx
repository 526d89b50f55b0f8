"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { DurationInput } from "../form/duration-input.tsx";
import { toUnit, UNIT_MS } from "../form/duration-units.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { limitsOf } from "../form/schema-at.ts";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import type { WidgetProps } from "./widget-props.ts";

export function DurationWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const field = useField(path);
  const max = field.schema ? limitsOf(field.schema).max : null;
  const fallback = typeof field.fallback === "number" ? field.fallback : null;
  const unit = fallback === null ? "s" : toUnit(fallback);
  return (
    <FieldShell
      {...field}
      error={typeof field.value === "string" ? t.notANumber : field.error}
      isRequired={isRequired}
    >
      {(attributes) => (
        <DurationInput
          attributes={attributes}
          value={field.value}
          maxMs={max}
          placeholder={
            fallback === null ? t.none : t.defaultIs(`${fallback / UNIT_MS[unit]} ${t.units[unit]}`)
          }
          isReadOnly={!field.canEdit}
          onChange={field.set}
        />
      )}
    </FieldShell>
  );
}
