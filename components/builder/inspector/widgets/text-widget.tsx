"use client";

import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { usePlaceholder } from "../form/use-placeholder.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import type { WidgetProps } from "./widget-props.ts";

/** One line: a text for customers where the schema says so, else a plain word such as a code. */
export function TextWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  const placeholder = usePlaceholder(path);
  if (field.schema?.isText) {
    return (
      <TextFieldEditor
        {...field}
        value={toText(field.value)}
        placeholder={placeholder}
        isRequired={isRequired}
        isMultiline={false}
        isLabelHidden={isLabelHidden}
        onChange={(text) => field.set(toStored(text))}
      />
    );
  }
  return (
    <FieldShell {...field} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <input
          {...attributes}
          className={INPUT}
          readOnly={!field.canEdit}
          spellCheck={false}
          placeholder={typeof field.fallback === "string" ? field.fallback : ""}
          value={toInput(field.value)}
          onChange={(event) => field.set(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

const toInput = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
