"use client";

import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";

type RejectDialogProps = {
  readonly texts: {
    readonly title: string;
    readonly note: string;
    readonly hint?: string;
    readonly action: string;
  };
  readonly isBusy: boolean;
  onReject(note: string): void;
  onClose(): void;
};

/** Sends something back to its author; never without a word on why. */
export function RejectDialog({ texts, isBusy, onReject, onClose }: RejectDialogProps) {
  const ui = useTexts(uiMessages);
  const formId = useId();
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReject(note);
  };
  return (
    <Dialog
      isOpen
      title={texts.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={isBusy} disabled={note.trim() === ""}>
            {texts.action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextAreaField
          label={texts.note}
          {...(texts.hint === undefined ? {} : { hint: texts.hint })}
          rows={3}
          maxLength={1_000}
          required
          autoFocus
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
