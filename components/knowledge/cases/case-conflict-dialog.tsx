"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { SideCard } from "../conflict/side-card.tsx";
import { formMessages } from "../editor/form-messages.ts";
import { editorMessages } from "../editor/messages.ts";
import { useValueNames } from "../editor/use-value-names.ts";
import type { CaseDraft } from "./case-draft.ts";
import { type CaseField, takeFields } from "./merge-case.ts";
import { caseMessages } from "./messages.ts";

/** What a colleague saved while this was typed: `draft` is both together, but for the fields that both changed. */
export type CaseConflict = {
  readonly draft: CaseDraft;
  readonly theirs: CaseDraft;
  /** What stood in the form when it was sent. */
  readonly typed: CaseDraft;
  readonly rev: number;
  readonly fields: readonly CaseField[];
};

type CaseConflictDialogProps = {
  readonly baseId: string;
  readonly conflict: CaseConflict;
  readonly isBusy: boolean;
  onSettle(draft: CaseDraft): void;
  /** Nothing is saved; what was typed stays in the form. */
  onClose(): void;
};

export function CaseConflictDialog({ baseId, conflict, isBusy, onSettle, onClose }: CaseConflictDialogProps) {
  const t = useTexts(caseMessages);
  const e = useTexts(editorMessages);
  const f = useTexts(formMessages);
  const ui = useTexts(uiMessages);
  const names = useValueNames(baseId);
  const [choices, setChoices] = useState<Readonly<Partial<Record<CaseField, "mine" | "theirs">>>>({});
  const { draft, theirs, fields } = conflict;
  const toText = (side: CaseDraft, field: CaseField): string => {
    const value = side[field] ?? "";
    if (value === "") return e.emptyValue;
    return field === "ownerId" ? names.person(value) : value;
  };
  const toLabel = (field: CaseField): string => (field === "ownerId" ? f.owner : t[field]);
  return (
    <Dialog
      isOpen
      title={e.conflictTitle}
      description={t.conflictLead}
      width="lg"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            look="primary"
            disabled={fields.some((field) => choices[field] === undefined)}
            isBusy={isBusy}
            onClick={() =>
              onSettle(
                takeFields(
                  draft,
                  theirs,
                  fields.filter((field) => choices[field] === "theirs"),
                ),
              )
            }
          >
            {e.settle}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {fields.map((field) => (
          <section key={field} aria-label={toLabel(field)}>
            <h3 className="mb-1.5 text-sm font-semibold text-ink">{toLabel(field)}</h3>
            <div className="grid gap-2 sm:grid-cols-2">
              {(["mine", "theirs"] as const).map((side) => (
                <SideCard
                  key={side}
                  name={e[side]}
                  text={toText(side === "mine" ? draft : theirs, field)}
                  isChosen={choices[field] === side}
                  onChoose={() => setChoices({ ...choices, [field]: side })}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
