"use client";

import { useField } from "../form/use-field.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import type { WidgetProps } from "./widget-props.ts";

/** A name in one or in each language, without templates. */
export function PlainTextWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const field = useField(path);
  return (
    <TextFieldEditor
      {...field}
      value={toText(field.value)}
      isRequired={isRequired}
      isLabelHidden={isLabelHidden}
      isMultiline={false}
      isPlain
      onChange={(text) => field.set(toStored(text))}
    />
  );
}
