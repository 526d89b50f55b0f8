"use client";

import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { FieldShell } from "../form/field-shell.tsx";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

/** Two short choices stand side by side; more, or longer ones, open as a list. */
const SEGMENT_CHARS_MAX = 14;

export function SelectWidget({ path, values = [], isRequired = false, isLabelHidden = false }: WidgetProps) {
  const { texts } = useNodeScope();
  const field = useField(path);
  const value = String(field.value ?? field.fallback ?? "");
  const options = values.map((own) => ({ value: own, label: texts.values?.[own] ?? own }));
  const chars = options.reduce((total, { label }) => total + widthOf(label), 0);
  const isShort = options.length <= 3 && chars <= SEGMENT_CHARS_MAX * 2;
  return (
    <FieldShell {...field} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) =>
        isShort ? (
          <Segmented
            label={field.label}
            value={value}
            options={options}
            isDisabled={!field.canEdit}
            className="w-full"
            onChange={field.set}
          />
        ) : (
          <Select
            id={attributes.id}
            label={field.label}
            size="sm"
            value={value}
            options={options}
            isDisabled={!field.canEdit}
            className="w-full"
            onChange={field.set}
          />
        )
      }
    </FieldShell>
  );
}

/** A Han character is as wide as two Latin letters. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, char) => width + (char > "⺀" ? 2 : 1), 0);
