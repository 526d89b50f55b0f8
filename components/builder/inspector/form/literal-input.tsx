"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { inspectorMessages } from "../messages.ts";
import { INPUT, TEXTAREA } from "./control-classes.ts";
import { NumberInput } from "./number-input.tsx";

type LiteralInputProps = {
  readonly label: string;
  readonly value: Json;
  /** Null where any value will do: then what is written decides. */
  readonly type: FlowVariable["type"] | null;
  readonly isReadOnly: boolean;
  readonly placeholder?: string;
  onChange(value: Json): void;
};

/** A fixed value in the shape of its type; lists and objects as JSON. */
export function LiteralInput({ label, value, type, isReadOnly, placeholder, onChange }: LiteralInputProps) {
  const t = useTexts(inspectorMessages);
  switch (type ?? typeOf(value)) {
    case "number":
      return (
        <NumberInput
          attributes={{ "aria-label": label }}
          value={value}
          isReadOnly={isReadOnly}
          {...(placeholder ? { placeholder } : {})}
          onChange={(next) => onChange(next ?? null)}
        />
      );
    case "boolean":
      return (
        <Segmented
          label={label}
          value={value === true ? "true" : value === false ? "false" : ""}
          options={[
            { value: "true", label: t.yes },
            { value: "false", label: t.no },
          ]}
          isDisabled={isReadOnly}
          className="w-full"
          onChange={(next) => onChange(next === "true")}
        />
      );
    case "list":
    case "object":
      return <JsonInput label={label} value={value} isReadOnly={isReadOnly} onChange={onChange} />;
    default:
      return (
        <input
          aria-label={label}
          className={INPUT}
          readOnly={isReadOnly}
          placeholder={placeholder}
          value={value === null ? "" : typeof value === "string" ? value : JSON.stringify(value)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
  }
}

type JsonInputProps = Pick<LiteralInputProps, "label" | "value" | "isReadOnly" | "onChange">;

/** What is not JSON yet is kept here as it is typed, and stored once it is. */
function JsonInput({ label, value, isReadOnly, onChange }: JsonInputProps) {
  const t = useTexts(inspectorMessages);
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? undefined : parseJson(draft);
  const isBad = draft !== null && draft.trim() !== "" && parsed === undefined;
  return (
    <>
      <textarea
        aria-label={label}
        aria-invalid={isBad || undefined}
        spellCheck={false}
        className={`${TEXTAREA} font-mono text-xs`}
        readOnly={isReadOnly}
        value={draft ?? (value === null ? "" : JSON.stringify(value, null, 1))}
        onChange={(event) => {
          setDraft(event.target.value);
          const next = event.target.value.trim() === "" ? null : parseJson(event.target.value);
          if (next !== undefined) onChange(next);
        }}
        onBlur={() => !isBad && setDraft(null)}
      />
      {isBad && <p className="text-xs text-danger-text">{t.jsonInvalid}</p>}
    </>
  );
}

function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function typeOf(value: Json): FlowVariable["type"] {
  if (Array.isArray(value)) return "list";
  if (typeof value === "object" && value !== null) return "object";
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
}
