"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { labelMessages } from "./messages.ts";

export type Sample = Outputs["knowledge"]["label"]["samples"][number];

/** What was drawn, by whom and out of what: enough to judge whether it can be trusted. */
export function SamplesPanel({ samples }: { readonly samples: readonly Sample[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {samples.map((sample) => (
        <SampleRow key={sample.id} sample={sample} />
      ))}
    </ul>
  );
}

function SampleRow({ sample }: { readonly sample: Sample }) {
  const t = useTexts(labelMessages);
  const formats = useFormats();
  const population = Object.values(sample.population).reduce((sum, count) => sum + count, 0);
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 md:px-5">
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
          {sample.name}
          {sample.annotators === 1 && <Badge>{t.oneAnnotator}</Badge>}
        </p>
        <p className="mt-0.5 text-ink-2">{t.sampleCounts(sample.items, sample.settled, sample.disputed)}</p>
        <p className="mt-0.5 text-xs text-ink-3">
          {[
            t.sampleFrom(
              sample.botName ?? t.everyBot,
              formats.weekday(sample.fromAt.slice(0, 10)),
              formats.weekday(sample.toAt.slice(0, 10)),
            ),
            t.population(formats.number(population)),
            t.seedOf(sample.seed),
            t.sampleBy(sample.authorName, formats.relative(sample.createdAt)),
          ].join(" · ")}
        </p>
      </div>
      <DeleteButton sample={sample} />
    </li>
  );
}

function DeleteButton({ sample }: { readonly sample: Sample }) {
  const t = useTexts(labelMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.knowledge.label.deleteSample.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.deleted);
        setAsking(false);
        await queries.invalidateQueries(trpc.knowledge.label.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  if (!useMay("knowledge.label.deleteSample")) return null;
  return (
    <>
      <IconButton icon={Trash2} label={t.deleteSample} onClick={() => setAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t.deleteTitle(sample.name)}
        body={t.deleteLead(sample.items)}
        action={t.deleteSample}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ sampleId: sample.id })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
