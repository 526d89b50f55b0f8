"use client";

import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { FLOW_TITLE_MAX_CHARS } from "#flows/kernel/flow.ts";
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

/** Asks what a sub-flow is to be called; two of one name could not be told apart in the lists. */
export function NameForm({ start, taken, action, onDone, onCancel }: NameFormProps) {
  const t = useTexts(panelMessages).flows;
  const words = useTexts(variableMessages);
  const [name, setName] = useState(start);
  const title = name.trim();
  const isTaken = taken.includes(title);
  const isReady = title !== "" && !isTaken;
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (title === start) onCancel();
    else if (isReady) onDone(title);
  };
  return (
    <form onSubmit={finish} className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <FieldShell path="flow-name" label={t.name} help={t.nameHint} error={isTaken ? t.nameTaken : null}>
        {(attributes) => (
          <input
            {...attributes}
            className={INPUT}
            maxLength={FLOW_TITLE_MAX_CHARS}
            // biome-ignore lint/a11y/noAutofocus: the author has just asked for it
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
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
