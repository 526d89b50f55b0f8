"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { botMessages } from "./messages.ts";

type OriginsFieldProps = {
  readonly value: string;
  readonly problem: string | null;
  onChange(value: string): void;
};

export function OriginsField({ value, problem, onChange }: OriginsFieldProps) {
  const t = useTexts(botMessages).settings;
  return (
    <Field label={t.origins} hint={t.originsHint} error={problem === null ? null : t.originInvalid(problem)}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={3}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="w-full rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm text-ink hover:border-ink-3 focus-visible:border-accent aria-invalid:border-danger disabled:bg-sunken"
        />
      )}
    </Field>
  );
}
