"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { entryMessages } from "../entries/messages.ts";
import { toTags } from "../entries/to-tags.ts";
import { keepTyping, readKept } from "../kept-typing.ts";
import type { ListedDocument } from "./document-row.tsx";
import { documentMessages } from "./messages.ts";
import { isResync, RESYNCS, type Resync, toResyncHours } from "./resyncs.ts";

const DATA_CLASSES = ["general", "important", "core"] as const;

/** How a document is called, filed, and when it is answered from; what it says is in its passages. */
export function DocumentSettings({ document }: { readonly document: ListedDocument }) {
  const t = useTexts(documentMessages);
  const s = t.settings;
  const e = useTexts(entryMessages);
  const start = toForm(document);
  const place = { userId: useMe().id, kind: "settings", id: document.id } as const;
  const [form, show] = useState<Form>(() => readKept(place, formSchema) ?? start);
  const setForm = (next: Form): void => {
    keepTyping(place, JSON.stringify(next) === JSON.stringify(start) ? null : next);
    show(next);
  };
  const save = useSaving(() => keepTyping(place, null));
  const [isOpen, setOpen] = useState(() => JSON.stringify(form) !== JSON.stringify(start));
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const isChanged = JSON.stringify(form) !== JSON.stringify(start);
  const isReversed = form.validFrom !== "" && form.validUntil !== "" && form.validFrom > form.validUntil;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // As it is stored, so that nothing seems unsaved afterwards.
    setForm({ ...form, name: form.name.trim(), tags: toTags(form.tags).join(", ") });
    save.mutate({
      ...{ documentId: document.id, name: form.name, tags: toTags(form.tags), dataClass: form.dataClass },
      language: form.language === "unknown" ? null : form.language,
      ...{ validFrom: form.validFrom || null, validUntil: form.validUntil || null },
      ...(document.source === "url" && isResync(form.resync)
        ? { resyncHours: toResyncHours(form.resync) }
        : {}),
    });
  };
  return (
    <Collapsible title={s.title} isOpen={isOpen} onOpenChange={setOpen}>
      <form onSubmit={submit} className="mb-4 grid gap-4 sm:grid-cols-2">
        <TextField
          label={t.name}
          required
          maxLength={200}
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={s.tags}
          hint={s.tagsHint}
          value={form.tags}
          onChange={(event) => change({ tags: event.target.value })}
        />
        <TextField
          label={s.validFrom}
          type="date"
          value={form.validFrom}
          onChange={(event) => change({ validFrom: event.target.value })}
        />
        <TextField
          label={s.validUntil}
          hint={s.validHint}
          error={isReversed ? s.reversed : null}
          type="date"
          value={form.validUntil}
          onChange={(event) => change({ validUntil: event.target.value })}
        />
        <Field label={s.dataClass} hint={s.dataClassHint}>
          {({ id }) => (
            <Select
              id={id}
              label={s.dataClass}
              value={form.dataClass}
              options={DATA_CLASSES.map((value) => ({ value, label: e.dataClasses[value] }))}
              onChange={(dataClass) => change({ dataClass })}
            />
          )}
        </Field>
        <Field label={s.language} hint={s.languageHint}>
          {({ id }) => (
            <Select
              id={id}
              label={s.language}
              value={form.language}
              options={LANGUAGES.map((value) => ({ value, label: s.languages[value] }))}
              onChange={(language) => change({ language })}
            />
          )}
        </Field>
        {document.source === "url" && (
          <Field label={t.resync}>
            {({ id }) => (
              <Select<string>
                id={id}
                label={t.resync}
                value={form.resync}
                options={[
                  ...RESYNCS.map((value: Resync) => ({ value: String(value), label: t.resyncs[value] })),
                  ...(isResync(form.resync)
                    ? []
                    : [{ value: form.resync, label: s.everyHours(Number(form.resync)) }]),
                ]}
                onChange={(resync) => change({ resync })}
              />
            )}
          </Field>
        )}
        <div className="flex gap-2 sm:col-span-2">
          <Button
            type="submit"
            look="primary"
            isBusy={save.isPending}
            disabled={!isChanged || isReversed || form.name.trim() === ""}
          >
            {t.sheet.save}
          </Button>
          {isChanged && (
            <Button look="ghost" onClick={() => setForm(start)}>
              {t.sheet.cancel}
            </Button>
          )}
        </div>
      </form>
    </Collapsible>
  );
}

const LANGUAGES = [...LOCALES, "unknown"] as const;

const formSchema = z.object({
  ...{ name: z.string(), tags: z.string(), dataClass: z.enum(DATA_CLASSES) },
  ...{ language: z.enum(LANGUAGES), validFrom: z.string(), validUntil: z.string(), resync: z.string() },
});
type Form = z.infer<typeof formSchema>;

function toForm({
  name,
  tags,
  dataClass,
  language,
  validFrom,
  validUntil,
  resyncHours,
}: ListedDocument): Form {
  return {
    ...{ name, tags: tags.join(", "), dataClass },
    language: LOCALES.find((own) => own === language) ?? "unknown",
    ...{ validFrom: validFrom ?? "", validUntil: validUntil ?? "" },
    resync: resyncHours === null ? "none" : String(resyncHours),
  };
}

function useSaving(onSaved: () => void) {
  const t = useTexts(documentMessages).sheet;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.knowledge.document.update.mutationOptions({
      onSuccess: async () => {
        onSaved();
        showSuccess(t.saved);
        await queries.invalidateQueries(trpc.knowledge.document.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
}
