"use client";

import { TEXTAREA } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

export function TextareaWidget({ path, isRequired = false }: WidgetProps) {
  const field = useField(path);
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <textarea
          {...attributes}
          className={TEXTAREA}
          readOnly={!field.canEdit}
          value={typeof field.value === "string" ? field.value : ""}
          onChange={(event) => field.set(event.target.value)}
        />
      )}
    </FieldShell>
  );
}
