"use client";

import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextField } from "#components/ui/text-field.tsx";
import type { BaseRowData } from "./base-row.tsx";
import { knowledgeMessages } from "./messages.ts";
import { useBaseActions } from "./use-base-actions.ts";

type DeleteBaseDialogProps = { readonly base: BaseRowData; onClose(): void };

/** Names what goes and who uses it, and takes the base's name as the signature: a click alone could be a slip. */
export function DeleteBaseDialog({ base, onClose }: DeleteBaseDialogProps) {
  const t = useTexts(knowledgeMessages);
  const ui = useTexts(uiMessages);
  const formId = useId();
  const actions = useBaseActions();
  const [typed, setTyped] = useState("");
  const isRight = typed.trim() === base.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) void actions.remove(base.id, typed).then((isGone) => isGone && onClose());
  };
  return (
    <Dialog
      isOpen
      title={t.removeTitle(base.name)}
      description={t.removeLead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="danger" type="submit" form={formId} disabled={!isRight} isBusy={actions.isBusy}>
            {t.remove}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink-2">
          <li>{t.losses.content(base.entries, base.documents + base.failedDocuments)}</li>
          {base.usedBy.length > 0 ? (
            <>
              <li>{t.losses.served}</li>
              <li>{t.losses.bots(base.usedBy.map(({ name }) => name).join(t.nameJoin))}</li>
            </>
          ) : (
            <li>{t.usedByNone}</li>
          )}
        </ul>
        <TextField
          label={t.typeName(base.name)}
          error={typed.length >= base.name.length && !isRight ? t.wrongName : null}
          value={typed}
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
