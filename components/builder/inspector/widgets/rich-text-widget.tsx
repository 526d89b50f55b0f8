"use client";

import { useField } from "../form/use-field.ts";
import { usePlaceholder } from "../form/use-placeholder.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import type { WidgetProps } from "./widget-props.ts";

/** What customers read: variables as chips, in one language or in each. */
export function RichTextWidget({ path, label, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  const placeholder = usePlaceholder(path);
  return (
    <TextFieldEditor
      {...field}
      label={label ?? field.label}
      value={toText(field.value)}
      placeholder={placeholder}
      isRequired={isRequired}
      isLabelHidden={isLabelHidden}
      onChange={(text) => field.set(toStored(text))}
    />
  );
}
