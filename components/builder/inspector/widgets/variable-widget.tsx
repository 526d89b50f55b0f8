"use client";

import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { VariablePicker } from "../variables/variable-picker.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Lists of candidates are what other kinds read from variables of these names. */
const LIST_PATHS = ["source", "candidatesVariable"];

export function VariableWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  const value = typeof field.value === "string" && field.value !== "" ? field.value : null;
  return (
    <FieldShell {...field} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <VariablePicker
          id={attributes.id}
          label={field.label}
          value={value}
          canClear={!isRequired}
          isInvalid={attributes["aria-invalid"] ?? false}
          describedBy={attributes["aria-describedby"]}
          isDisabled={!field.canEdit}
          {...(LIST_PATHS.includes(path) ? { newType: "list" as const } : {})}
          onChange={(name) => field.set(name ?? undefined)}
        />
      )}
    </FieldShell>
  );
}
