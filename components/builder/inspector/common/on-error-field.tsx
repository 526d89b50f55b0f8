"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { FlowNode } from "#flows/kernel/flow.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { LiteralInput } from "../form/literal-input.tsx";
import { inspectorMessages } from "../messages.ts";

type OnError = FlowNode["onError"];

type OnErrorFieldProps = {
  /** Null where several nodes differ. */
  readonly value: OnError | null;
  readonly canEdit: boolean;
  onChange(value: OnError): void;
};

const MODES = ["stop", "port", "value"] as const;

export function OnErrorField({ value, canEdit, onChange }: OnErrorFieldProps) {
  const t = useTexts(inspectorMessages);
  const mode = value?.mode ?? "";
  return (
    <>
      <FieldShell
        path="onError"
        label={t.onError.title}
        help={value ? t.onError.hints[value.mode] : t.multi.mixed}
      >
        {(attributes) => (
          <Select<string>
            id={attributes.id}
            label={t.onError.title}
            size="sm"
            value={mode}
            isDisabled={!canEdit}
            className="w-full"
            options={MODES.map((own) => ({ value: own, label: t.onError.modes[own] }))}
            onChange={(next) => onChange(toOnError(next))}
          />
        )}
      </FieldShell>
      {value?.mode === "value" && (
        <FieldShell path="onError.value" label={t.onError.value}>
          {() => (
            <LiteralInput
              label={t.onError.value}
              value={value.value}
              type={null}
              isReadOnly={!canEdit}
              onChange={(next) => onChange({ mode: "value", value: next })}
            />
          )}
        </FieldShell>
      )}
    </>
  );
}

function toOnError(mode: string): OnError {
  return mode === "value" ? { mode, value: null } : { mode: mode === "port" ? "port" : "stop" };
}
