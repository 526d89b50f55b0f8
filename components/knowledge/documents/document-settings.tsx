"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC, useTRPCClient } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { entryMessages } from "../entries/messages.ts";
import { keepTyping, readKept } from "../kept-typing.ts";
import type { ListedDocument } from "./document-row.tsx";
import { documentMessages } from "./messages.ts";
import { isResync, RESYNCS, type Resync } from "./resyncs.ts";
import {
  DATA_CLASSES,
  dropSame,
  dropSent,
  LANGUAGES,
  type Settings,
  type SettingsDraft,
  settingsDraftSchema,
  toDocumentChange,
  toSettings,
} from "./settings-draft.ts";

type DocumentSettingsProps = { readonly document: ListedDocument; onUnsaved(isUnsaved: boolean): void };

/** How a document is called, filed, and when it is answered from; what it says is in its passages. */
export function DocumentSettings({ document, onUnsaved }: DocumentSettingsProps) {
  const t = useTexts(documentMessages);
  const s = t.settings;
  const e = useTexts(entryMessages);
  const { draft, change, discard, save } = useSettingsDraft(document);
  const [isOpen, setOpen] = useState(() => Object.keys(draft).length > 0);
  const isChanged = Object.keys(draft).length > 0;
  const form = { ...toSettings(document), ...draft };
  const isReversed = form.validFrom !== "" && form.validUntil !== "" && form.validFrom > form.validUntil;
  const found = LOCALES.find((own) => own === document.language);
  const toLanguageName = (value: Settings["language"]) =>
    value === "automatic" && found && !document.isLanguageChosen
      ? s.found(s.languages[found])
      : s.languages[value];
  useEffect(() => onUnsaved(isChanged), [onUnsaved, isChanged]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
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
              options={LANGUAGES.map((value) => ({ value, label: toLanguageName(value) }))}
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
            <Button look="ghost" onClick={discard}>
              {t.sheet.cancel}
            </Button>
          )}
        </div>
      </form>
    </Collapsible>
  );
}

/** What is typed is kept in this browser until it is saved or thrown away, whatever happens to the page. */
function useSettingsDraft(document: ListedDocument) {
  const t = useTexts(documentMessages).sheet;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const place = { userId: useMe().id, kind: "settings", id: document.id } as const;
  const [typed, show] = useState<SettingsDraft>(() =>
    dropSame(readKept(place, settingsDraftSchema) ?? {}, toSettings(document)),
  );
  const draft = dropSame(typed, toSettings(document));
  const keep = (next: SettingsDraft): void => {
    keepTyping(place, Object.keys(next).length === 0 ? null : next);
    show(next);
  };
  const save = useMutation({
    mutationFn: (sent: SettingsDraft) =>
      client.knowledge.document.update.mutate({ documentId: document.id, ...toDocumentChange(sent) }),
    onSuccess: async (_, sent) => {
      showSuccess(t.saved);
      // First what is saved is known as such, then it is no draft any more: the form never shows what was before.
      await queries.invalidateQueries(trpc.knowledge.document.pathFilter());
      // The sheet may be shut by now: what is kept is not asked of its state.
      const rest = dropSent(readKept(place, settingsDraftSchema) ?? {}, sent);
      keepTyping(place, Object.keys(rest).length === 0 ? null : rest);
      show((now) => dropSent(now, sent));
    },
    onError: (error) => showFailure(toErrorText(error)),
  });
  return {
    draft,
    save,
    change: (part: SettingsDraft) => keep(dropSame({ ...draft, ...part }, toSettings(document))),
    discard: () => keep({}),
  };
}
