"use client";

import { toList } from "../form/config-path.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { TagInput } from "../lists/tag-input.tsx";
import type { WidgetProps } from "./widget-props.ts";

export function TagsWidget({ path, isRequired = false }: WidgetProps) {
  const field = useField(path);
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <TagInput
          attributes={attributes}
          tags={toList(field.value).filter((tag) => typeof tag === "string")}
          isDisabled={!field.canEdit}
          onChange={(tags) => field.set(tags.length === 0 ? undefined : tags)}
        />
      )}
    </FieldShell>
  );
}
