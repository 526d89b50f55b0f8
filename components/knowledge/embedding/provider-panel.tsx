"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { EndpointFields } from "./endpoint-fields.tsx";
import { FailureText } from "./failure-text.tsx";
import { embeddingMessages } from "./messages.ts";
import { ModelChoice } from "./model-choice.tsx";
import { type KnownProvider, type ProviderDraft, type Trial, useProviderForm } from "./use-provider-form.ts";

/** Who turns texts of this workspace into vectors; for managers. */
export function ProviderPanel() {
  const t = useTexts(embeddingMessages).panel;
  const trpc = useTRPC();
  const found = useQuery(trpc.knowledge.vectors.provider.queryOptions());
  const models = useQuery(trpc.knowledge.vectors.models.queryOptions());
  return (
    <Panel title={t.title} description={t.lead}>
      {found.isPending || models.isPending ? (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ProviderForm
          known={found.data}
          serving={(models.data ?? []).filter(({ problem }) => problem === null).map(({ name }) => name)}
        />
      )}
    </Panel>
  );
}

type ProviderFormProps = {
  readonly known: KnownProvider;
  /** Models on this machine that may be chosen. */
  readonly serving: readonly string[];
};

function ProviderForm({ known, serving }: ProviderFormProps) {
  const t = useTexts(embeddingMessages).panel;
  const formats = useFormats();
  const form = useProviderForm(known, serving);
  const [isRemoving, setRemoving] = useState(false);
  const { draft } = form;
  const isBroken = known?.baseUrl === null && !serving.includes(known.model);
  const save = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={save} className="flex max-w-140 flex-col gap-4">
      {known !== null && (
        <Notice tone={isBroken ? "warn" : "success"}>
          {isBroken
            ? t.brokenLocal(known.model)
            : (known.baseUrl === null ? t.activeLocal : t.active)(
                known.model,
                formats.number(known.dimensions),
              )}{" "}
          · {t.setBy(known.authorName, formats.dateTime(known.updatedAt))}
        </Notice>
      )}
      <Labelled label={t.place}>
        <Segmented
          label={t.place}
          value={draft.place}
          options={(["local", "endpoint"] as const).map((value) => ({ value, label: t.places[value] }))}
          className="max-w-full"
          onChange={(place) => form.change({ place })}
        />
      </Labelled>
      {draft.place === "local" ? (
        <ModelChoice
          value={draft.folder}
          used={known?.baseUrl === null ? known.model : null}
          onChange={(folder) => form.change({ folder })}
        />
      ) : (
        <EndpointFields draft={draft} hasKey={known?.hasKey ?? false} onChange={form.change} />
      )}
      <p className="text-sm text-ink-3">{draft.place === "local" ? t.keptLocal : t.sent}</p>
      {form.trial !== null && <TrialNotice trial={form.trial} place={draft.place} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={form.isSaving} disabled={!form.isComplete}>
          {t.save}
        </Button>
        <Button isBusy={form.isTesting} disabled={!form.isComplete} onClick={form.test}>
          {draft.place === "local" ? t.tryLocal : t.try}
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

type TrialNoticeProps = { readonly trial: Trial; readonly place: ProviderDraft["place"] };

function TrialNotice({ trial, place }: TrialNoticeProps) {
  const t = useTexts(embeddingMessages).panel;
  const formats = useFormats();
  return trial.type === "works" ? (
    <Notice tone="success" isAlert>
      {(place === "local" ? t.worksLocal : t.works)(
        formats.number(trial.dimensions),
        formats.number(trial.ms),
      )}
    </Notice>
  ) : (
    <Notice tone="danger" title={t.fails} isAlert>
      <FailureText code={trial.code} facts={trial.facts} />
    </Notice>
  );
}
