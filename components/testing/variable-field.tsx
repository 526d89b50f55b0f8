"use client";

import { useId } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { testEditorMessages } from "./editor-messages.ts";

type VariableFieldProps = { readonly name: string; readonly isWrong: boolean; onChange(name: string): void };

/** Variables of the main flow are offered; any other name may be typed. */
export function VariableField({ name, isWrong, onChange }: VariableFieldProps) {
  const t = useTexts(testEditorMessages);
  const variables = useBuilder((state) => state.bundle.flow.variables);
  const listId = useId();
  return (
    <>
      <input
        aria-label={t.variable}
        aria-invalid={isWrong || undefined}
        placeholder={t.variable}
        list={listId}
        value={name}
        maxLength={64}
        className={INPUT_CLASSES}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={listId}>
        {variables.map((variable) => (
          <option key={variable.name} value={variable.name} />
        ))}
      </datalist>
    </>
  );
}
