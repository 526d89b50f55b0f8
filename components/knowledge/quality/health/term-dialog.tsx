"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import { toTags } from "../../entries/to-tags.ts";
import { healthMessages } from "./messages.ts";

export type Term = Outputs["knowledge"]["glossary"]["list"][number];

type TermDialogProps = {
  /** Null adds one. */
  readonly term: Term | null;
  onClose(): void;
};

export function TermDialog({ term, onClose }: TermDialogProps) {
  const t = useTexts(healthMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [locale, setLocale] = useState<Locale>(term?.locale ?? "zh-CN");
  const [preferred, setPreferred] = useState(term?.preferred ?? "");
  const [forbidden, setForbidden] = useState(term?.forbidden.join(", ") ?? "");
  const [note, setNote] = useState(term?.note ?? "");
  const save = useMutation(
    trpc.knowledge.glossary.save.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.savedTerm);
        onClose();
        await queries.invalidateQueries(trpc.knowledge.glossary.pathFilter());
      },
    }),
  );
  const words = toTags(forbidden);
  const isSame = words.some((word) => word.toLowerCase() === preferred.trim().toLowerCase());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ termId: term?.id ?? null, locale, preferred: preferred.trim(), forbidden: words, note });
  };
  return (
    <Dialog isOpen title={term ? t.editTerm(term.preferred) : t.addTerm} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t.language}>
          {() => (
            <Segmented<Locale>
              label={t.language}
              className="self-start"
              value={locale}
              options={LOCALES.map((value) => ({ value, label: t.languages[value] }))}
              onChange={setLocale}
            />
          )}
        </Field>
        <TextField
          label={t.preferred}
          value={preferred}
          maxLength={50}
          autoComplete="off"
          onChange={(event) => setPreferred(event.target.value)}
        />
        <TextField
          label={t.forbidden}
          hint={t.forbiddenHint}
          error={isSame ? t.sameWord : null}
          value={forbidden}
          autoComplete="off"
          onChange={(event) => setForbidden(event.target.value)}
        />
        <TextField
          label={t.note}
          value={note}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
        {save.isError && (
          <Notice tone="danger" isAlert>
            {toErrorText(save.error)}
          </Notice>
        )}
        <div className="flex justify-end">
          <Button
            type="submit"
            look="primary"
            isBusy={save.isPending}
            disabled={preferred.trim() === "" || words.length === 0 || isSame}
          >
            {t.saveTerm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
