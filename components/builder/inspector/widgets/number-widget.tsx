"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { NumberInput } from "../form/number-input.tsx";
import { limitsOf } from "../form/schema-at.ts";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import type { WidgetProps } from "./widget-props.ts";

export function NumberWidget({ path, isRequired = false, isLabelHidden = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const field = useField(path);
  const { min, max } = field.schema ? limitsOf(field.schema) : { min: null, max: null };
  const isText = typeof field.value === "string";
  const range = toRange(t, min, max);
  return (
    <FieldShell
      {...field}
      error={isText ? t.notANumber : field.error}
      isRequired={isRequired}
      isLabelHidden={isLabelHidden}
      adornment={range && !isLabelHidden && <span className="shrink-0 text-xs text-ink-3">{range}</span>}
    >
      {(attributes) => (
        <NumberInput
          attributes={attributes}
          value={field.value}
          placeholder={field.fallback === undefined ? t.none : t.defaultIs(String(field.fallback))}
          isReadOnly={!field.canEdit}
          className={`${INPUT} max-w-44`}
          onChange={field.set}
        />
      )}
    </FieldShell>
  );
}

type Texts = (typeof inspectorMessages)["zh-CN"];

/** Up to here a range says something; a limit of thousands is met by nobody, and its error tells. */
const RANGE_MAX = 1_000;

function toRange(t: Texts, min: number | null, max: number | null): string | null {
  if (max !== null && max > RANGE_MAX) return null;
  if (min !== null && max !== null) return t.range(String(min), String(max));
  if (min !== null) return t.atLeast(String(min));
  return max === null ? null : t.atMost(String(max));
}
