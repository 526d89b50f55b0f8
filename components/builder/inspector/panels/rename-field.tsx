"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { panelMessages } from "./messages.ts";

type RenameFieldProps = {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly name: string;
  readonly usesCount: number;
  readonly canEdit: boolean;
  /** Why it cannot have this name, in words; null when it can. */
  findProblem(name: string): string | null;
  onRename(name: string): void;
};

/** A new name reaches every use at once, and says before how many that are. */
export function RenameField({ path, label, help, name, usesCount, canEdit, ...hands }: RenameFieldProps) {
  const t = useTexts(panelMessages).renaming;
  const [draft, setDraft] = useState(name);
  const isChanged = draft !== name;
  const problem = isChanged ? hands.findProblem(draft) : null;
  const rename = () => isChanged && problem === null && hands.onRename(draft);
  return (
    <FieldShell path={path} label={label} error={problem} help={isChanged ? t.hint(usesCount) : help}>
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
              {t.confirm(usesCount)}
            </Button>
          )}
        </div>
      )}
    </FieldShell>
  );
}
