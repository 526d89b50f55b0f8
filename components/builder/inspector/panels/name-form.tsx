"use client";

import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { variableMessages } from "../variables/messages.ts";
import { panelMessages } from "./messages.ts";

type NameFormProps = {
  readonly start: string;
  readonly taken: readonly string[];
  readonly action: string;
  onDone(name: string): void;
  onCancel(): void;
};

/** Ids of flows, as the document takes them. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export function NameForm({ start, taken, action, onDone, onCancel }: NameFormProps) {
  const t = useTexts(panelMessages).flows;
  const words = useTexts(variableMessages);
  const [name, setName] = useState(start);
  const isBad = name !== "" && !NAME.test(name);
  const isTaken = taken.includes(name) || name === "main";
  const isReady = name !== "" && !isBad && !isTaken;
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (name === start) onCancel();
    else if (isReady) onDone(name);
  };
  return (
    <form onSubmit={finish} className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <FieldShell
        path="flow-name"
        label={t.name}
        help={t.nameHint}
        error={isBad ? t.nameInvalid : isTaken ? t.nameTaken : null}
      >
        {(attributes) => (
          <input
            {...attributes}
            className={INPUT}
            spellCheck={false}
            maxLength={64}
            // biome-ignore lint/a11y/noAutofocus: the author has just asked for it
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value.trim())}
          />
        )}
      </FieldShell>
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="sm" look="primary" type="submit" disabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
