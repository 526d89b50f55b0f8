"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { knowledgeMessages } from "./messages.ts";
import { useBaseActions } from "./use-base-actions.ts";

type BaseFormDialogProps = {
  /** Null makes a new one, and leads to it. */
  readonly base: { readonly id: string; readonly name: string; readonly description: string } | null;
  onClose(): void;
};

export function BaseFormDialog({ base, onClose }: BaseFormDialogProps) {
  const t = useTexts(knowledgeMessages);
  const ui = useTexts(uiMessages);
  const router = useRouter();
  const formId = useId();
  const actions = useBaseActions();
  const [name, setName] = useState(base?.name ?? "");
  const [description, setDescription] = useState(base?.description ?? "");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (base) {
      if (await actions.update({ baseId: base.id, name, description })) onClose();
      return;
    }
    const made = await actions.create({ name, description });
    if (made) router.push(`/knowledge/${made.baseId}`);
  };
  return (
    <Dialog
      isOpen
      title={base ? t.editTitle(base.name) : t.createTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            disabled={name.trim() === ""}
            isBusy={actions.isBusy}
          >
            {base ? t.save : t.create}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <TextField
          label={t.name}
          hint={t.nameHint}
          required
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextAreaField
          label={t.description}
          hint={t.descriptionHint}
          rows={3}
          maxLength={500}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
