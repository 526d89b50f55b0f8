"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { canRenameVariable, renameVariable } from "#flows/editing/edits/rename-variable.ts";
import { removeVariable, updateVariable } from "#flows/editing/edits/variables.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { useBuilder, useBuilderStore } from "../../store/builder-context.ts";
import { TEXTAREA } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { LiteralInput } from "../form/literal-input.tsx";
import { variableMessages } from "../variables/messages.ts";
import { findNameProblem } from "../variables/variable-name.ts";
import { panelMessages } from "./messages.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { RenameField } from "./rename-field.tsx";
import { UseList } from "./use-list.tsx";
import { useUses } from "./use-uses.ts";

type VariableFormProps = {
  readonly flowId: string;
  readonly variable: FlowVariable;
  onRenamed(name: string): void;
  onRemoved(): void;
};

const TYPES = ["text", "number", "boolean", "list", "object"] as const;
const SCOPES = ["turn", "conversation", "contact"] as const;
const CLASSES = ["general", "important", "core"] as const;

/** One variable and all places that use it. */
export function VariableForm({ flowId, variable, onRenamed, onRemoved }: VariableFormProps) {
  const t = useTexts(variableMessages);
  const p = useTexts(panelMessages).variables;
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const { name, type, scope, dataClass } = variable;
  const uses = useUses({ type: "variable", flowId, name });
  const [isRemoving, setRemoving] = useState(false);
  const set = (fields: Omit<Partial<FlowVariable>, "name">) =>
    store.getState().edit((bundle) => updateVariable(bundle, flowId, { name, ...fields }), {
      label: "variable",
      coalesce: `${flowId}/variable/${name}/${Object.keys(fields).join()}`,
    });
  const findProblem = (to: string): string | null => {
    const own = findNameProblem(to, []);
    if (own !== null) return t[own];
    return canRenameVariable(store.getState().bundle, flowId, { from: name, to }) ? null : t.nameTaken;
  };
  const rename = (to: string) => {
    store
      .getState()
      .edit((bundle) => renameVariable(bundle, flowId, { from: name, to }), { label: "rename" });
    onRenamed(to);
  };
  const remove = () => {
    store.getState().edit((bundle) => removeVariable(bundle, flowId, name), { label: "variable" });
    onRemoved();
  };
  return (
    <div className="flex flex-col gap-5">
      <RenameField
        path="name"
        label={t.name}
        name={name}
        usesCount={uses.length}
        canEdit={canEdit}
        findProblem={findProblem}
        onRename={rename}
      />
      <FieldShell path="type" label={t.type}>
        {(attributes) => (
          <Select
            id={attributes.id}
            label={t.type}
            size="sm"
            value={type}
            isDisabled={!canEdit}
            className="w-full"
            options={TYPES.map((value) => ({ value, label: t.types[value] }))}
            onChange={(next) => set({ type: next, default: null })}
          />
        )}
      </FieldShell>
      <FieldShell path="scope" label={t.scope} help={t.scopeHints[scope]}>
        {(attributes) => (
          <Select
            id={attributes.id}
            label={t.scope}
            size="sm"
            value={scope}
            isDisabled={!canEdit}
            className="w-full"
            options={SCOPES.map((value) => ({ value, label: t.scopes[value], hint: t.scopeHints[value] }))}
            onChange={(next) => set({ scope: next })}
          />
        )}
      </FieldShell>
      <FieldShell path="default" label={t.default} help={t.defaultHint}>
        {() => (
          <LiteralInput
            label={t.default}
            type={type}
            value={variable.default}
            isReadOnly={!canEdit}
            onChange={(next) => set({ default: next })}
          />
        )}
      </FieldShell>
      <FieldShell path="dataClass" label={t.dataClass} help={t.classHints[dataClass]}>
        {(attributes) => (
          <Select
            id={attributes.id}
            label={t.dataClass}
            size="sm"
            value={dataClass}
            isDisabled={!canEdit}
            className="w-full"
            options={CLASSES.map((value) => ({ value, label: t.classes[value], hint: t.classHints[value] }))}
            onChange={(next) => set({ dataClass: next })}
          />
        )}
      </FieldShell>
      <FieldShell path="description" label={t.description}>
        {(attributes) => (
          <textarea
            {...attributes}
            className={TEXTAREA}
            maxLength={500}
            readOnly={!canEdit}
            value={variable.description ?? ""}
            onChange={(event) =>
              store
                .getState()
                .edit(
                  (bundle) =>
                    updateVariable(bundle, flowId, { name, description: event.target.value || undefined }),
                  { label: "variable", coalesce: `${flowId}/variable/${name}/description` },
                )
            }
          />
        )}
      </FieldShell>
      <UseList uses={uses} />
      {canEdit && (
        <Button look="danger-ghost" icon={Trash2} className="self-start" onClick={() => setRemoving(true)}>
          {p.remove}
        </Button>
      )}
      <RemoveDialog
        isOpen={isRemoving}
        title={p.removeTitle(name)}
        uses={uses}
        action={p.remove}
        onRemove={remove}
        onClose={() => setRemoving(false)}
      />
    </div>
  );
}
