"use client";

import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { usePlaceholder } from "../form/use-placeholder.ts";
import { TemplateEditor } from "../templates/template-editor.tsx";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import type { WidgetProps } from "./widget-props.ts";

/** One line with variables in it that is the same in every language, such as an address. */
export function TemplateWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  const placeholder = usePlaceholder(path);
  if (field.schema?.isText) {
    return (
      <TextFieldEditor
        {...field}
        value={toText(field.value)}
        placeholder={placeholder}
        isRequired={isRequired}
        isLabelHidden={isLabelHidden}
        onChange={(text) => field.set(toStored(text))}
      />
    );
  }
  const isUrl = /url$/i.test(path);
  return (
    <FieldShell {...field} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <TemplateEditor
          value={typeof field.value === "string" ? field.value : ""}
          attributes={attributes}
          placeholder={isUrl ? "https://" : placeholder || (isLabelHidden ? field.label : "")}
          isMultiline={false}
          isReadOnly={!field.canEdit}
          onChange={field.set}
        />
      )}
    </FieldShell>
  );
}
