"use client";

import { useState } from "react";
import type { Json } from "#flows/kernel/json.ts";
import { INPUT } from "./control-classes.ts";
import type { ControlAttributes } from "./field-shell.tsx";
import { parseNumber } from "./number-text.ts";

type NumberInputProps = {
  readonly attributes: Partial<ControlAttributes> & { readonly "aria-label"?: string };
  readonly value: Json | undefined;
  readonly placeholder?: string;
  readonly className?: string;
  readonly isReadOnly?: boolean;
  /** A text that is no number is handed on as it is: the check names it, and nothing that was typed gets lost. */
  onChange(value: number | string | undefined): void;
};

export function NumberInput({
  attributes,
  value,
  placeholder,
  className,
  isReadOnly,
  onChange,
}: NumberInputProps) {
  // What is typed stays as it is typed (`1.`, `007`) as long as it means the stored value.
  const [draft, setDraft] = useState<string | null>(null);
  const stored = value === undefined || value === null ? "" : String(value);
  const isDraftCurrent = draft !== null && toValue(draft) === (value ?? undefined);
  return (
    <input
      {...attributes}
      inputMode="decimal"
      autoComplete="off"
      className={className ?? INPUT}
      readOnly={isReadOnly}
      placeholder={placeholder}
      value={isDraftCurrent ? draft : stored}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        setDraft(event.target.value);
        onChange(toValue(event.target.value));
      }}
    />
  );
}

function toValue(text: string): number | string | undefined {
  return text.trim() === "" ? undefined : (parseNumber(text) ?? text);
}
