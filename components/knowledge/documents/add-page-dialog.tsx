"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { documentMessages } from "./messages.ts";
import { RESYNCS, type Resync, toResyncHours } from "./resyncs.ts";

export function AddPageDialog({ baseId, onClose }: { readonly baseId: string; onClose(): void }) {
  const t = useTexts(documentMessages);
  const ui = useTexts(uiMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const formId = useId();
  const [url, setUrl] = useState("");
  const [name, setName] = useState("");
  const [resync, setResync] = useState<Resync>("24");
  const add = useMutation(
    trpc.knowledge.document.addPage.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.knowledge.pathFilter());
        onClose();
      },
    }),
  );
  const address = URL.parse(url.trim());
  const hasSignIn = address !== null && address.username + address.password !== "";
  const isRight = address !== null && !hasSignIn && /^https?:$/u.test(address.protocol);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight)
      add.mutate({
        ...{ baseId, url: url.trim(), name: name.trim() || null },
        resyncHours: toResyncHours(resync),
      });
  };
  return (
    <Dialog
      isOpen
      title={t.addPageTitle}
      description={t.addPageLead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} disabled={!isRight} isBusy={add.isPending}>
            {t.add}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t.url}
          hint={t.urlHint}
          error={url.length > 8 && !isRight ? (hasSignIn ? t.urlSignIn : t.urlWrong) : null}
          type="url"
          required
          autoFocus
          maxLength={2_000}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <TextField
          label={t.name}
          hint={t.nameHint}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field label={t.resync}>
          {({ id }) => (
            <Select<Resync>
              id={id}
              label={t.resync}
              value={resync}
              options={RESYNCS.map((value) => ({ value, label: t.resyncs[value] }))}
              onChange={setResync}
            />
          )}
        </Field>
        {add.isError && (
          <Notice tone="danger" isAlert>
            {toErrorText(add.error)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
