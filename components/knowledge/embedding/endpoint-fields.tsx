"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { embeddingMessages } from "./messages.ts";
import type { ProviderDraft } from "./use-provider-form.ts";

type EndpointFieldsProps = {
  readonly draft: ProviderDraft;
  readonly hasKey: boolean;
  onChange(part: Partial<ProviderDraft>): void;
};

/** How a service is asked. */
export function EndpointFields({ draft, hasKey, onChange }: EndpointFieldsProps) {
  const t = useTexts(embeddingMessages).panel;
  return (
    <>
      <TextField
        label={t.baseUrl}
        hint={t.baseUrlHint}
        type="url"
        required
        maxLength={500}
        value={draft.baseUrl}
        onChange={(event) => onChange({ baseUrl: event.target.value })}
      />
      <TextField
        label={t.model}
        hint={t.modelHint}
        required
        maxLength={200}
        spellCheck={false}
        value={draft.model}
        onChange={(event) => onChange({ model: event.target.value })}
      />
      <PasswordField
        label={t.key}
        hint={hasKey ? t.keyKept : t.keyHint}
        autoComplete="off"
        placeholder={hasKey ? "••••••••••••" : undefined}
        maxLength={500}
        value={draft.apiKey}
        onChange={(event) => onChange({ apiKey: event.target.value })}
      />
      <TextField
        label={t.batch}
        hint={t.batchHint}
        type="number"
        min={1}
        max={64}
        className="max-w-28"
        value={draft.batchSize}
        onChange={(event) => onChange({ batchSize: event.target.value })}
      />
    </>
  );
}
