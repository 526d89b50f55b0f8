"use client";

import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { toList } from "../form/config-path.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import { VariablePicker } from "../variables/variable-picker.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** Several variables, each once. */
export function VariablesWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const field = useField(path);
  const names = toList(field.value).filter((name) => typeof name === "string");
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <div className="flex flex-col gap-2">
          {names.length > 0 && (
            <ul className="flex flex-wrap gap-1">
              {names.map((name) => (
                <li
                  key={name}
                  className="inline-flex h-6 items-center gap-1 rounded-xs bg-accent-soft pl-2 font-mono text-xs text-accent-text"
                >
                  {name}
                  <button
                    type="button"
                    aria-label={t.removeTag(name)}
                    disabled={!field.canEdit}
                    onClick={() => field.set(names.filter((other) => other !== name))}
                    className="inline-flex size-6 items-center justify-center rounded-xs hover:bg-hover"
                  >
                    <X className="size-3" aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <VariablePicker
            id={attributes.id}
            label={field.label}
            value={null}
            canBeBuiltIn
            isDisabled={!field.canEdit}
            onChange={(name) => name !== null && !names.includes(name) && field.set([...names, name])}
          />
        </div>
      )}
    </FieldShell>
  );
}
