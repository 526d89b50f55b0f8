"use client";

import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { entryMessages } from "./messages.ts";
import { toTags } from "./to-tags.ts";

type BulkTagDialogProps = {
  readonly what: "tag" | "untag";
  readonly count: number;
  readonly isBusy: boolean;
  onApply(tags: string[]): void;
  onClose(): void;
};

export function BulkTagDialog({ what, count, isBusy, onApply, onClose }: BulkTagDialogProps) {
  const t = useTexts(entryMessages).bulk;
  const ui = useTexts(uiMessages);
  const formId = useId();
  const [text, setText] = useState("");
  const tags = toTags(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tags.length > 0) onApply(tags);
  };
  return (
    <Dialog
      isOpen
      title={what === "tag" ? t.tagTitle(count) : t.untagTitle(count)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={isBusy} disabled={tags.length === 0}>
            {t.apply}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextAreaField
          label={t.tagLabel}
          hint={t.tagHint}
          rows={2}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
