"use client";

import { SwitchField } from "#components/ui/switch-field.tsx";
import { FieldNote } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import type { WidgetProps } from "./widget-props.ts";

export function SwitchWidget({ path }: WidgetProps) {
  const field = useField(path);
  return (
    <div data-path={path} className="scroll-mt-4 [&_p]:text-xs">
      <SwitchField
        label={field.label}
        hint={field.help}
        isOn={(field.value ?? field.fallback) === true}
        isDisabled={!field.canEdit}
        onChange={field.set}
      />
      <FieldNote error={field.error} warning={field.warning} />
    </div>
  );
}
