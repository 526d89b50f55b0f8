"use client";

import { toList } from "../form/config-path.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

/** Any of a few values, kept in the order in which the kind lists them. */
export function ChecksWidget({ path, values = [], isRequired = false }: WidgetProps) {
  const { texts } = useNodeScope();
  const field = useField(path);
  const chosen = new Set(toList(field.value ?? field.fallback).map(String));
  const toggle = (value: string, isOn: boolean): void => {
    field.set(values.filter((other) => (other === value ? isOn : chosen.has(other))));
  };
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <fieldset {...attributes} disabled={!field.canEdit} className="grid grid-cols-2 gap-x-3 gap-y-1.5">
          <legend className="sr-only">{field.label}</legend>
          {values.map((value) => (
            <label key={value} className="flex min-h-6 items-center gap-2 text-sm text-ink">
              <input
                type="checkbox"
                checked={chosen.has(value)}
                onChange={(event) => toggle(value, event.target.checked)}
                className="size-4 accent-accent"
              />
              {texts.values?.[value] ?? value}
            </label>
          ))}
        </fieldset>
      )}
    </FieldShell>
  );
}
