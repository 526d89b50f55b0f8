"use client";

import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { entryMessages } from "./messages.ts";
import type { CategoryLine } from "./to-category-lines.ts";
import type { useCategoryActions } from "./use-category-actions.ts";

/** A select cannot hold null. */
const TOP = "top";

type CategoryDialogProps = {
  readonly lines: readonly CategoryLine[];
  /** Null makes a new one. */
  readonly line: CategoryLine | null;
  readonly parentId: string | null;
  readonly actions: ReturnType<typeof useCategoryActions>;
  onClose(): void;
};

export function CategoryDialog({ lines, line, parentId: start, actions, onClose }: CategoryDialogProps) {
  const t = useTexts(entryMessages).categories;
  const ui = useTexts(uiMessages);
  const formId = useId();
  const [name, setName] = useState(line?.name ?? "");
  const [parentId, setParentId] = useState(start);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const place = { name, parentId };
    void (line ? actions.change(line.id, place) : actions.make(place)).then((isDone) => isDone && onClose());
  };
  return (
    <Dialog
      isOpen
      title={line ? t.editTitle : t.add}
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
            {t.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t.name}
          required
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field label={t.parent}>
          {({ id }) => (
            <Select
              id={id}
              label={t.parent}
              value={parentId ?? TOP}
              options={[
                { value: TOP, label: t.top },
                ...lines
                  .filter((other) => line === null || !isWithin(lines, other, line.id))
                  .map((other) => ({ value: other.id, label: other.path.join(" / ") })),
              ]}
              onChange={(next) => setParentId(next === TOP ? null : next)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** A category cannot go into itself, nor into what is inside it. */
function isWithin(lines: readonly CategoryLine[], line: CategoryLine, id: string): boolean {
  if (line.id === id) return true;
  const parent = lines.find((other) => other.id === line.parentId);
  return parent !== undefined && isWithin(lines, parent, id);
}
