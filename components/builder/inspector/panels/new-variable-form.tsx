"use client";

import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { addVariable } from "#flows/editing/edits/variables.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { useBuilderStore } from "../../store/builder-context.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { variableMessages } from "../variables/messages.ts";
import { findNameProblem, newVariable } from "../variables/variable-name.ts";

type NewVariableFormProps = {
  readonly flowId: string;
  readonly taken: readonly FlowVariable[];
  onDone(name: string | null): void;
};

const TYPES = ["text", "number", "boolean", "list", "object"] as const;

export function NewVariableForm({ flowId, taken, onDone }: NewVariableFormProps) {
  const t = useTexts(variableMessages);
  const store = useBuilderStore();
  const [name, setName] = useState("");
  const [type, setType] = useState<FlowVariable["type"]>("text");
  const problem = name === "" ? null : findNameProblem(name, taken);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name === "" || problem !== null) return;
    store
      .getState()
      .edit((bundle) => addVariable(bundle, flowId, newVariable(name, type)), { label: "variable" });
    onDone(name);
  };
  return (
    <form onSubmit={add} className="flex flex-col gap-3 rounded-md bg-sunken p-3">
      <FieldShell path="new-variable" label={t.name} help={t.nameHint} error={problem && t[problem]}>
        {(attributes) => (
          <input
            {...attributes}
            className={`${INPUT} font-mono`}
            spellCheck={false}
            maxLength={64}
            // biome-ignore lint/a11y/noAutofocus: the author has just asked for it
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value.trim())}
          />
        )}
      </FieldShell>
      <Segmented<FlowVariable["type"]>
        label={t.type}
        value={type}
        options={TYPES.map((value) => ({ value, label: t.types[value] }))}
        className="w-full [&>button]:px-1 [&>button]:text-xs"
        onChange={setType}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={() => onDone(null)}>
          {t.cancel}
        </Button>
        <Button size="sm" look="primary" type="submit" disabled={name === "" || problem !== null}>
          {t.add}
        </Button>
      </div>
    </form>
  );
}
