"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { FailureText } from "./failure-text.tsx";
import { embeddingMessages } from "./messages.ts";
import { type KnownProvider, type Trial, useProviderForm } from "./use-provider-form.ts";

/** Who turns texts of this workspace into vectors; for managers. */
export function ProviderPanel() {
  const t = useTexts(embeddingMessages).panel;
  const trpc = useTRPC();
  const found = useQuery(trpc.knowledge.vectors.provider.queryOptions());
  return (
    <Panel title={t.title} description={t.lead}>
      {found.isPending ? (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ProviderForm known={found.data} />
      )}
    </Panel>
  );
}

function ProviderForm({ known }: { readonly known: KnownProvider }) {
  const t = useTexts(embeddingMessages).panel;
  const formats = useFormats();
  const form = useProviderForm(known);
  const [isRemoving, setRemoving] = useState(false);
  const { draft } = form;
  const isComplete = draft.baseUrl.trim() !== "" && draft.model.trim() !== "";
  const save = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={save} className="flex max-w-140 flex-col gap-4">
      {known !== null && (
        <Notice tone="success">
          {t.active(known.model, formats.number(known.dimensions))} ·{" "}
          {t.setBy(known.authorName, formats.dateTime(known.updatedAt))}
        </Notice>
      )}
      <TextField
        label={t.baseUrl}
        hint={t.baseUrlHint}
        type="url"
        required
        maxLength={500}
        value={draft.baseUrl}
        onChange={(event) => form.change({ baseUrl: event.target.value })}
      />
      <TextField
        label={t.model}
        hint={t.modelHint}
        required
        maxLength={200}
        spellCheck={false}
        value={draft.model}
        onChange={(event) => form.change({ model: event.target.value })}
      />
      <PasswordField
        label={t.key}
        hint={known?.hasKey ? t.keyKept : t.keyHint}
        autoComplete="off"
        placeholder={known?.hasKey ? "••••••••••••" : undefined}
        maxLength={500}
        value={draft.apiKey}
        onChange={(event) => form.change({ apiKey: event.target.value })}
      />
      <TextField
        label={t.batch}
        hint={t.batchHint}
        type="number"
        min={1}
        max={64}
        className="max-w-28"
        value={draft.batchSize}
        onChange={(event) => form.change({ batchSize: event.target.value })}
      />
      <p className="text-sm text-ink-3">{t.sent}</p>
      {form.trial !== null && <TrialNotice trial={form.trial} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={form.isSaving} disabled={!isComplete}>
          {t.save}
        </Button>
        <Button isBusy={form.isTesting} disabled={!isComplete} onClick={form.test}>
          {t.try}
        </Button>
        {known !== null && (
          <Button look="danger-ghost" className="ml-auto" onClick={() => setRemoving(true)}>
            {t.remove}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isRemoving}
        title={t.removeTitle}
        body={t.removeBody}
        action={t.remove}
        isBusy={form.remove.isPending}
        onConfirm={() => form.remove.mutate(undefined, { onSettled: () => setRemoving(false) })}
        onClose={() => setRemoving(false)}
      />
    </form>
  );
}

function TrialNotice({ trial }: { readonly trial: Trial }) {
  const t = useTexts(embeddingMessages).panel;
  const formats = useFormats();
  return trial.type === "works" ? (
    <Notice tone="success" isAlert>
      {t.works(formats.number(trial.dimensions), formats.number(trial.ms))}
    </Notice>
  ) : (
    <Notice tone="danger" title={t.fails} isAlert>
      <FailureText code={trial.code} facts={trial.facts} />
    </Notice>
  );
}
