"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { canRenameVariable, renameVariable } from "#flows/editing/edits/rename-variable.ts";
import { useBuilderStore } from "../../store/builder-context.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { variableMessages } from "../variables/messages.ts";
import { findNameProblem } from "../variables/variable-name.ts";
import { panelMessages } from "./messages.ts";

type RenameFieldProps = {
  readonly flowId: string;
  readonly name: string;
  readonly usesCount: number;
  readonly canEdit: boolean;
  onRenamed(name: string): void;
};

/** A new name reaches every use at once, and says before how many that are. */
export function RenameField({ flowId, name, usesCount, canEdit, onRenamed }: RenameFieldProps) {
  const t = useTexts(variableMessages);
  const p = useTexts(panelMessages).variables;
  const store = useBuilderStore();
  const [draft, setDraft] = useState(name);
  const isChanged = draft !== name;
  const problem = isChanged ? findProblem() : null;

  function findProblem() {
    const own = findNameProblem(draft, []);
    if (own !== null) return own;
    return canRenameVariable(store.getState().bundle, flowId, { from: name, to: draft }) ? null : "nameTaken";
  }

  const rename = () => {
    if (!isChanged || problem !== null) return;
    store
      .getState()
      .edit((bundle) => renameVariable(bundle, flowId, { from: name, to: draft }), { label: "rename" });
    onRenamed(draft);
  };
  return (
    <FieldShell
      path="name"
      label={t.name}
      error={problem && t[problem]}
      help={isChanged ? p.renameHint(usesCount) : undefined}
    >
      {(attributes) => (
        <div className="flex gap-2">
          <input
            {...attributes}
            className={`${INPUT} font-mono`}
            spellCheck={false}
            maxLength={64}
            readOnly={!canEdit}
            value={draft}
            onChange={(event) => setDraft(event.target.value.trim())}
            onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && rename()}
          />
          {isChanged && (
            <Button look="primary" disabled={problem !== null} onClick={rename}>
              {p.renameConfirm(usesCount)}
            </Button>
          )}
        </div>
      )}
    </FieldShell>
  );
}
