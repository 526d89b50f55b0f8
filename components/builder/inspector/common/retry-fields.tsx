"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import { type FlowNode, flowNodeSchema } from "#flows/kernel/flow.ts";
import { DurationInput } from "../form/duration-input.tsx";
import { FieldShell } from "../form/field-shell.tsx";
import { toPlainReason } from "../form/to-plain-reason.ts";
import { inspectorMessages } from "../messages.ts";

type RetryFieldsProps = {
  readonly retry: FlowNode["retry"];
  readonly timeoutMs: number | undefined;
  readonly canEdit: boolean;
  onRetry(retry: FlowNode["retry"]): void;
  onTimeout(timeoutMs: number | undefined): void;
};

const RETRIES = ["0", "1", "2", "3", "4", "5"] as const;
const BACKOFF_MS = 1_000;
const BACKOFF_MAX_MS = 60_000;
const TIMEOUT_MAX_MS = 600_000;
const { retry: retrySchema, timeoutMs: timeoutSchema } = flowNodeSchema.shape;
const backoffSchema = retrySchema.unwrap().shape.backoffMs;

/** Only values that fit reach the document, since a whole node would be refused for one; others stay in the field with their error. */
export function RetryFields({ retry, timeoutMs, canEdit, onRetry, onTimeout }: RetryFieldsProps) {
  const t = useTexts(inspectorMessages);
  const max = retry?.max ?? 0;
  return (
    <>
      <FieldShell path="retry" label={t.retry.title} help={t.retry.hint}>
        {(attributes) => (
          <Select<string>
            id={attributes.id}
            label={t.retry.max}
            size="sm"
            value={String(max)}
            isDisabled={!canEdit}
            className="w-full"
            options={RETRIES.map((value) => ({ value, label: t.retry.times(Number(value)) }))}
            onChange={(next) =>
              onRetry(
                next === "0" ? undefined : { max: Number(next), backoffMs: retry?.backoffMs ?? BACKOFF_MS },
              )
            }
          />
        )}
      </FieldShell>
      {retry !== undefined && (
        <CheckedDuration
          path="retry.backoffMs"
          label={t.retry.backoff}
          value={retry.backoffMs}
          maxMs={BACKOFF_MAX_MS}
          schema={backoffSchema}
          canEdit={canEdit}
          onChange={(backoffMs) => backoffMs !== undefined && onRetry({ max, backoffMs })}
        />
      )}
      <CheckedDuration
        path="timeoutMs"
        label={t.timeout.title}
        help={t.timeout.hint}
        value={timeoutMs}
        maxMs={TIMEOUT_MAX_MS}
        schema={timeoutSchema}
        canEdit={canEdit}
        onChange={onTimeout}
      />
    </>
  );
}

type CheckedDurationProps = {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly value: number | undefined;
  readonly maxMs: number;
  readonly schema: Parameters<typeof toPlainReason>[0];
  readonly canEdit: boolean;
  onChange(value: number | undefined): void;
};

function CheckedDuration(props: CheckedDurationProps) {
  const { path, label, help, value, maxMs, schema, canEdit, onChange } = props;
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const [draft, setDraft] = useState<{ readonly value: number | string | undefined } | null>(null);
  const shown = draft === null ? value : draft.value;
  const reason = draft === null ? null : (toPlainReason(schema, draft.value, locale)?.text ?? null);
  return (
    <FieldShell
      path={path}
      label={label}
      help={help}
      error={typeof shown === "string" ? t.notANumber : reason}
    >
      {(attributes) => (
        <DurationInput
          attributes={attributes}
          value={shown}
          maxMs={maxMs}
          placeholder={t.timeout.default}
          isReadOnly={!canEdit}
          onChange={(next) => {
            const isFine = schema.safeParse(next).success;
            setDraft(isFine ? null : { value: next });
            if (isFine && typeof next !== "string") onChange(next);
          }}
        />
      )}
    </FieldShell>
  );
}
